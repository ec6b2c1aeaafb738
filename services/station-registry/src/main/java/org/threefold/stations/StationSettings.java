package org.threefold.stations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.threefold.events.DivisionCode;

/**
 * What differs from county to county.
 *
 * @param county every division of the register lies in it
 * @param fonds first part of every archive code: four characters
 * @param filingDays days from a step of a project until its document must be filed
 */
@ConfigurationProperties("stations")
public record StationSettings(
    @DefaultValue("511523") DivisionCode county,
    @DefaultValue("SG01") String fonds,
    @DefaultValue("30") int filingDays) {}
