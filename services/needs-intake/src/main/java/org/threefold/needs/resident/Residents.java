package org.threefold.needs.resident;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.access.Request;
import org.threefold.calendar.CountyTime;
import org.threefold.events.AgeBand;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.messaging.Contended;
import org.threefold.needs.PlainWords;
import org.threefold.needs.look.Act;
import org.threefold.needs.look.Looking;
import org.threefold.needs.look.Looks;
import org.threefold.needs.resident.Resident.Asked;
import org.threefold.needs.resident.Resident.Erased;
import org.threefold.needs.resident.Resident.Registered;
import org.threefold.needs.vault.SubjectKey;
import org.threefold.needs.vault.Vault;

/**
 * The residents of the county. Whatever is done with who one of them is, is written down before it
 * is done; what cannot be written down is not done.
 */
@Service
public class Residents {

  /** So often somebody else may write the same resident first. */
  private static final int MAX_LOST = 16;

  private static final int MAX_UNDONE = 200;
  private static final int MAX_LOOKS = 200;

  /** Refusals after which a call is nobody's, for the call itself is not at fault. */
  private static final Set<String> NOBODY_CALLS = Set.of("NEED-028", "NEED-043");

  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /** What is told of a resident, field by field, and the age band where there is no birthday. */
  record Told(Map<Field, String> fields, @Nullable AgeBand ageBand) {
    @Override
    public String toString() {
      return "***";
    }
  }

  private final ResidentStore store;
  private final Vault vault;
  private final Looks looks;

  Residents(ResidentStore store, Vault vault, Looks looks) {
    this.store = store;
    this.vault = vault;
    this.looks = looks;
  }

  /**
   * Registers a resident under a reference that says nothing.
   *
   * @throws Refused NEED-026 or NEED-027 if the identity number is that of a known resident, here
   *     or elsewhere; NEED-040 to NEED-043 if what is told cannot be
   */
  Registered register(Told told, StationId unit, Request request) {
    var ref = new ResidentRef("R-" + vault.reference(request.cause().key()));
    Asked asked = asked(request);
    Optional<Resident> before = store.find(ref);
    if (before.isPresent()) {
      return doneBefore(before.get(), asked);
    }
    Person person = Person.of(told.fields());
    AgeBand band = person.ageBand(told.ageBand(), today(request));
    writeDown(Act.REGISTER, ref, null, null, request);
    mustBeNew(person, ref, request.actor());
    SubjectKey key = vault.keyFor(ref.value());
    var resident =
        new Registered(
            ref,
            1,
            unit,
            band,
            sealed(key, person),
            idHash(person),
            phoneHash(person),
            List.of(asked));
    if (store.add(resident)) {
      return resident;
    }
    return store
        .find(ref)
        .map(it -> doneBefore(it, asked)) // The same request came twice at once.
        .orElseGet(() -> {
          store.forgetPhones(ref, List.of());
          mustBeNew(person, ref, request.actor());
          throw new Contended("Somebody registers and erases this resident");
        });
  }

  private static Registered doneBefore(Resident resident, Asked asked) {
    resident.knows(asked);
    return resident.kept();
  }

  /**
   * Who calls under this name and number: the resident of the area who is known so, else one who is
   * registered now. Nobody, where there can be none: a minor has no guardian here (NEED-041),
   * several people are not one (NEED-042), too many have the number (NEED-043), or the resident
   * whom this very request registered was erased since (NEED-028). What is told of others is the
   * same in all cases: nothing.
   *
   * @throws Refused NEED-040 if the name or the number cannot be one
   */
  public Optional<ResidentRef> caller(
      String name, String phone, AgeBand ageBand, StationId unit, Request request) {
    Phone number = Phone.of(phone).orElseThrow(() -> new Refused("NEED-040", Field.PHONE));
    Optional<ResidentRef> known =
        search(number, request).stream()
            .filter(it -> isSameName(opened(it).name(), name))
            .map(Registered::ref)
            .min(Comparator.comparing(ResidentRef::value));
    if (known.isPresent() || ageBand == AgeBand.MIXED || Ages.isMinor(ageBand)) {
      return known;
    }
    try {
      Map<Field, String> fields = Map.of(Field.NAME, name, Field.PHONE, phone);
      return Optional.of(register(new Told(fields, ageBand), unit, request).ref());
    } catch (Refused refused) {
      if (NOBODY_CALLS.contains(refused.code())) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Some write blanks into names, and some do not. */
  private static boolean isSameName(String one, String other) {
    return BLANKS.matcher(one).replaceAll("").equals(BLANKS.matcher(other).replaceAll(""));
  }

  /** Corrects what is kept of a resident; what is not told stays as it is. */
  Registered correct(ResidentRef ref, Told told, List<Field> removed, Request request) {
    known(ref, request.actor());
    Asked asked = asked(request);
    writeDown(Act.CORRECT, ref, null, null, request);
    for (int lost = 0; lost < MAX_LOST; lost++) {
      Resident now = known(ref, request.actor());
      if (now.knows(asked)) {
        return now.kept();
      }
      now.mustBe(request.cause().expectedVersion());
      Registered before = now.kept();
      SubjectKey key = keyOf(ref);
      Person person =
          Person.of(Registered.merged(opened(key, before.fields()), told.fields(), removed));
      boolean stays = told.ageBand() == null && person.idNumber() == null;
      Registered after =
          before.corrected(
              person.ageBand(stays ? before.ageBand() : told.ageBand(), today(request)),
              sealed(key, person),
              idHash(person),
              phoneHash(person),
              asked);
      boolean written = store.replace(after);
      tidyPhones(ref);
      if (written) {
        return after;
      }
      mustBeNew(person, ref, request.actor());
    }
    throw new Contended(ref + " is written too often by others");
  }

  /**
   * Erases a resident: what was sealed for it can never be opened again, and a stone stays in its
   * place that says when and why.
   */
  Erased erase(ResidentRef ref, ErasureReason why, Request request) {
    known(ref, request.actor());
    Asked asked = asked(request);
    writeDown(Act.ERASE, ref, why.name(), null, request);
    for (int lost = 0; lost < MAX_LOST; lost++) {
      Resident now = known(ref, request.actor());
      if (now.knows(asked) && now instanceof Erased it) {
        complete(ref);
        return it;
      }
      now.mustBe(request.cause().expectedVersion());
      Actor actor = request.actor();
      Erased erased =
          now.kept().erased(request.cause().at(), actor.subject(), actor.label(), why, asked);
      if (store.replace(erased)) {
        complete(ref);
        return erased;
      }
    }
    throw new Contended(ref + " is written too often by others");
  }

  /** What follows from the stone; all of it may be done twice. */
  private void complete(ResidentRef ref) {
    vault.destroy(ref.value());
    store.forgetPhones(ref, List.of());
    store.done(ref);
  }

  /** Erasures that a crash interrupted go on. */
  @EventListener(ApplicationReadyEvent.class)
  void completeErasures() {
    store.undone(MAX_UNDONE).forEach(this::complete);
  }

  /** Who a resident is, in clear; written down with the purpose before it is answered. */
  Person look(ResidentRef ref, Purpose why, @Nullable String note, Request request) {
    Registered resident = known(ref, request.actor()).kept();
    if (note != null) {
      PlainWords.mustSayNothingOfAPerson("note", note);
    }
    String sealedNote = note == null ? null : keyOf(ref).seal("look", note);
    writeDown(Act.LOOK, ref, why.name(), sealedNote, request);
    return Person.of(opened(keyOf(ref), resident.fields()));
  }

  /** Those of the area that have this phone number. */
  List<Registered> search(Phone phone, Request request) {
    writeDown(Act.SEARCH, null, Field.PHONE.name(), null, request);
    return seen(store.byPhone(hash(Field.PHONE, phone.digits())), request.actor());
  }

  /** Whoever of the area has this identity number. */
  List<Registered> search(IdNumber idNumber, Request request) {
    writeDown(Act.SEARCH, null, Field.ID_NUMBER.name(), null, request);
    return seen(
        store.byIdNumber(hash(Field.ID_NUMBER, idNumber.value())).stream()
            .filter(Registered.class::isInstance)
            .map(Registered.class::cast)
            .toList(),
        request.actor());
  }

  private static List<Registered> seen(List<Registered> found, Actor actor) {
    return found.stream().filter(it -> actor.covers(it.unit().division())).toList();
  }

  /** The newest looks at a resident, with their notes as far as they can still be read. */
  List<Looking> looks(ResidentRef ref, Actor actor) {
    known(ref, actor);
    Optional<SubjectKey> key = vault.find(ref.value());
    return looks.at(ref.value(), MAX_LOOKS).stream().map(it -> readable(it, key)).toList();
  }

  private static Looking readable(Looking it, Optional<SubjectKey> key) {
    String sealed = it.note();
    String note = sealed == null ? null : key.map(k -> k.open("look", sealed)).orElse(null);
    return new Looking(
        it.at(), it.who(), it.actor(), it.request(), it.act(), it.resident(), it.why(), note);
  }

  /**
   * The resident, if the actor may know of it.
   *
   * @throws NotFound otherwise
   */
  Resident known(ResidentRef ref, Actor actor) {
    return store
        .find(ref)
        .filter(it -> actor.covers(it.unit().division()))
        .orElseThrow(() -> new NotFound(ref));
  }

  /** Who it is, for those who mask it at once. */
  Person opened(Registered resident) {
    return Person.of(opened(keyOf(resident.ref()), resident.fields()));
  }

  /**
   * Goes on if a need may be recorded for this resident.
   *
   * @throws Refused NEED-029 if the actor knows of no such resident, NEED-028 if it was erased
   */
  public void mustTake(ResidentRef ref, Actor actor) {
    store
        .find(ref)
        .filter(it -> actor.covers(it.unit().division()))
        .orElseThrow(() -> new Refused("NEED-029", ref))
        .kept();
  }

  /** Whether it is kept who this is; empty for a reference that is nobody's here. */
  Optional<Boolean> isKept(ResidentRef ref) {
    return store.find(ref).map(Registered.class::isInstance);
  }

  private void mustBeNew(Person person, ResidentRef ref, Actor actor) {
    String hash = idHash(person);
    Optional<Resident> other =
        hash == null
            ? Optional.empty()
            : store.byIdNumber(hash).filter(it -> !it.ref().equals(ref));
    if (other.isPresent()) {
      throw actor.covers(other.get().unit().division())
          ? new Refused("NEED-026", other.get().ref())
          : new Refused("NEED-027");
    }
  }

  private void tidyPhones(ResidentRef ref) {
    store.forgetPhones(
        ref,
        store
            .find(ref)
            .filter(Registered.class::isInstance)
            .map(it -> ((Registered) it).phoneHash())
            .stream()
            .toList());
  }

  private SubjectKey keyOf(ResidentRef ref) {
    return vault.find(ref.value()).orElseThrow(() -> new Refused("NEED-028", ref));
  }

  private static Map<Field, String> sealed(SubjectKey key, Person person) {
    Map<Field, String> sealed = new EnumMap<>(Field.class);
    person.fields().forEach((field, value) -> sealed.put(field, key.seal(field.name(), value)));
    return sealed;
  }

  private static Map<Field, String> opened(SubjectKey key, Map<Field, String> fields) {
    Map<Field, String> opened = new EnumMap<>(Field.class);
    fields.forEach((field, sealed) -> opened.put(field, key.open(field.name(), sealed)));
    return opened;
  }

  private @Nullable String idHash(Person person) {
    IdNumber it = person.idNumber();
    return it == null ? null : hash(Field.ID_NUMBER, it.value());
  }

  private @Nullable String phoneHash(Person person) {
    Phone it = person.phone();
    return it == null ? null : hash(Field.PHONE, it.digits());
  }

  private String hash(Field field, String value) {
    return vault.fingerprint(field.name(), value);
  }

  private Asked asked(Request request) {
    return new Asked(
        request.cause().key(), vault.fingerprint("request", request.cause().bodyHash()));
  }

  private void writeDown(
      Act act,
      @Nullable ResidentRef ref,
      @Nullable String why,
      @Nullable String note,
      Request request) {
    Actor actor = request.actor();
    looks.record(
        new Looking(
            request.cause().at(),
            actor.subject(),
            actor.label(),
            request.cause().key(),
            act,
            ref == null ? null : ref.value(),
            why,
            note));
  }

  private static LocalDate today(Request request) {
    return CountyTime.dayOf(request.cause().at());
  }
}
