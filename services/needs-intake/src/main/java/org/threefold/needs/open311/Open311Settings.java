package org.threefold.needs.open311;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What others are told of this door, and who may file.
 *
 * @param keys the file of those who may, see {@link ApiKeys}; without one nobody may
 * @param url where the door is, as others reach it; where it was asked, if not set
 * @param contact whom to ask, also for a key
 */
@ConfigurationProperties("needs.open311")
record Open311Settings(
    @Nullable Path keys, @Nullable URI url, @DefaultValue("县民政局") String contact) {}
