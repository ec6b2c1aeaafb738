package org.threefold.needs.resident;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.threefold.events.AgeBand;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.resident.Resident.Erased;
import org.threefold.needs.resident.Resident.Registered;

/** Residents as people see them: masked, unless it was asked and written down why. */
final class ResidentView {

  private ResidentView() {}

  /** What is answered to who has told the rest. */
  record Known(ResidentRef resident, AgeBand ageBand) {
    static Known of(Registered it) {
      return new Known(it.ref(), it.ageBand());
    }
  }

  /** Enough to tell one from another, not enough to know either. */
  record Masked(
      ResidentRef resident,
      StationId unit,
      AgeBand ageBand,
      String name,
      @Nullable String phone,
      @Nullable String idNumber,
      @Nullable String guardian) {

    static Masked of(Registered it, Person person) {
      Phone phone = person.phone();
      IdNumber idNumber = person.idNumber();
      Guardian guardian = person.guardian();
      return new Masked(
          it.ref(),
          it.unit(),
          it.ageBand(),
          Person.masked(person.name()),
          phone == null ? null : phone.masked(),
          idNumber == null ? null : idNumber.masked(),
          guardian == null ? null : Person.masked(guardian.name()));
    }

    @Override
    public String toString() {
      return "***";
    }
  }

  /** What is left of a resident. */
  record Stone(ResidentRef resident, StationId unit, Erasure erased) {

    /** When, by which role and unit, and why. */
    record Erasure(Instant at, String actor, ErasureReason reason) {}

    static Stone of(Erased it) {
      return new Stone(it.ref(), it.unit(), new Erasure(it.at(), it.actor(), it.why()));
    }
  }

  /** Who it is. */
  record Clear(
      ResidentRef resident,
      String name,
      @Nullable String phone,
      @Nullable String idNumber,
      @Nullable String address,
      @Nullable ClearGuardian guardian,
      @Nullable ContactBy contactBy,
      @Nullable ClearDisability disability) {

    /** Who answers for the resident. */
    record ClearGuardian(
        String name, String phone, Relation relation, @Nullable LocalDate consentOn) {

      static ClearGuardian of(Guardian it) {
        return new ClearGuardian(it.name(), it.phone().digits(), it.relation(), it.consentOn());
      }

      @Override
      public String toString() {
        return "***";
      }
    }

    /** As the certificate has it. */
    record ClearDisability(Disability.Kind kind, int grade) {
      @Override
      public String toString() {
        return "***";
      }
    }

    static Clear of(ResidentRef ref, Person it) {
      Phone phone = it.phone();
      IdNumber idNumber = it.idNumber();
      Guardian guardian = it.guardian();
      Disability disability = it.disability();
      return new Clear(
          ref,
          it.name(),
          phone == null ? null : phone.digits(),
          idNumber == null ? null : idNumber.value(),
          it.address(),
          guardian == null ? null : ClearGuardian.of(guardian),
          it.contactBy(),
          disability == null ? null : new ClearDisability(disability.kind(), disability.grade()));
    }

    @Override
    public String toString() {
      return "***";
    }
  }
}
