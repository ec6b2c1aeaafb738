package org.threefold.stations.reference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.threefold.events.ContractId;
import org.threefold.events.DivisionCode;
import org.threefold.events.OperatorId;
import org.threefold.events.OperatorOrigin;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.StationId;
import org.threefold.events.StationType;

/** A county as it was before the register; at most a thousand rows of a kind. */
record ReferenceData(
    @NotNull @Size(max = 1000) List<@NotNull @Valid DivisionRow> divisions,
    @NotNull @Size(max = 1000) List<@NotNull @Valid OperatorRow> operators,
    @NotNull @Size(max = 1000) List<@NotNull @Valid StationRow> stations,
    @NotNull @Size(max = 1000) List<@NotNull @Valid ContractRow> contracts) {

  /** A division. */
  record DivisionRow(
      @NotNull DivisionCode code,
      @NotBlank @Size(max = 60) String name,
      @NotNull LocalDate validFrom,
      boolean provisional) {}

  /** An agency. */
  record OperatorRow(
      @NotNull OperatorId operator,
      @NotBlank @Size(max = 80) String name,
      @NotNull OperatorOrigin origin,
      @NotNull DivisionCode from) {}

  /** A unit that has been open since a day; who runs it stands in a contract, or is not known. */
  record StationRow(
      @NotNull StationType type,
      @NotBlank @Size(max = 60) String name,
      @NotNull DivisionCode division,
      @NotNull LocalDate effective,
      boolean demonstration) {}

  /** A contract under which an agency runs units. */
  record ContractRow(
      @NotNull ContractId contract,
      @NotNull OperatorId operator,
      @NotEmpty @Size(max = 50) List<@NotNull StationId> stations,
      @NotNull LocalDate start,
      @NotNull LocalDate end,
      @NotNull PurchaseMethod method,
      @PositiveOrZero long feeFen) {}
}
