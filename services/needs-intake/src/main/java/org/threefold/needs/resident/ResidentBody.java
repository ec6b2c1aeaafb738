package org.threefold.needs.resident;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.threefold.events.AgeBand;
import org.threefold.events.StationId;
import org.threefold.needs.resident.Residents.Told;

/** The bodies of the commands, as they come in; none of them prints what is in it. */
final class ResidentBody {

  private static final int NAME_MAX = 50;
  private static final int NUMBER_MAX = 30;
  private static final int ADDRESS_MAX = 200;
  private static final int NOTE_MAX = 200;

  private ResidentBody() {}

  /** Who answers for the resident. */
  record GuardianBody(
      @NotBlank @Size(max = NAME_MAX) String name,
      @NotBlank @Size(max = NUMBER_MAX) String phone,
      @NotNull Relation relation,
      @Nullable LocalDate consentOn) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /** A disability, as the certificate has it. */
  record DisabilityBody(
      @NotNull Disability.Kind kind, @Min(1) @Max(Disability.GRADE_MAX) int grade) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /** Who the resident is; an age band only where there is no identity number. */
  record Register(
      @NotNull StationId unit,
      @NotBlank @Size(max = NAME_MAX) String name,
      @Nullable @Size(max = NUMBER_MAX) String phone,
      @Nullable @Size(max = NUMBER_MAX) String idNumber,
      @Nullable AgeBand ageBand,
      @Nullable @Size(min = 1, max = ADDRESS_MAX) String address,
      @Nullable @Valid GuardianBody guardian,
      @Nullable ContactBy contactBy,
      @Nullable @Valid DisabilityBody disability) {

    Told told() {
      return ResidentBody.told(
          name, phone, idNumber, ageBand, address, guardian, contactBy, disability);
    }

    @Override
    public String toString() {
      return "***";
    }
  }

  /** What is otherwise, and what shall no longer be kept. */
  record Correct(
      @Nullable @Size(min = 1, max = NAME_MAX) String name,
      @Nullable @Size(max = NUMBER_MAX) String phone,
      @Nullable @Size(max = NUMBER_MAX) String idNumber,
      @Nullable AgeBand ageBand,
      @Nullable @Size(min = 1, max = ADDRESS_MAX) String address,
      @Nullable @Valid GuardianBody guardian,
      @Nullable ContactBy contactBy,
      @Nullable @Valid DisabilityBody disability,
      @Nullable @Size(max = 11) List<@NotNull Field> remove) {

    Told told() {
      return ResidentBody.told(
          name, phone, idNumber, ageBand, address, guardian, contactBy, disability);
    }

    @Override
    public String toString() {
      return "***";
    }
  }

  /** What it has to be known for. */
  record Look(@NotNull Purpose why, @Nullable @Size(max = NOTE_MAX) String note) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /** One number, never a part of it. */
  record Search(
      @Nullable @Size(max = NUMBER_MAX) String phone,
      @Nullable @Size(max = NUMBER_MAX) String idNumber) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /** Why. */
  record Erase(@NotNull ErasureReason reason) {}

  private static Told told(
      @Nullable String name,
      @Nullable String phone,
      @Nullable String idNumber,
      @Nullable AgeBand ageBand,
      @Nullable String address,
      @Nullable GuardianBody guardian,
      @Nullable ContactBy contactBy,
      @Nullable DisabilityBody disability) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    put(fields, Field.NAME, name);
    put(fields, Field.PHONE, phone);
    put(fields, Field.ID_NUMBER, idNumber);
    put(fields, Field.ADDRESS, address);
    put(fields, Field.CONTACT_BY, contactBy == null ? null : contactBy.name());
    if (guardian != null) {
      put(fields, Field.GUARDIAN_NAME, guardian.name());
      put(fields, Field.GUARDIAN_PHONE, guardian.phone());
      put(fields, Field.GUARDIAN_RELATION, guardian.relation().name());
      LocalDate consentOn = guardian.consentOn();
      put(fields, Field.GUARDIAN_CONSENT_ON, consentOn == null ? null : consentOn.toString());
    }
    if (disability != null) {
      put(fields, Field.DISABILITY_KIND, disability.kind().name());
      put(fields, Field.DISABILITY_GRADE, Integer.toString(disability.grade()));
    }
    return new Told(fields, ageBand);
  }

  private static void put(Map<Field, String> fields, Field field, @Nullable String value) {
    if (value != null) {
      fields.put(field, value);
    }
  }
}
