package org.threefold.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of one thing, stable for ever and free of personal data.
 *
 * <p>An id is 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}; each kind may ask for more. It
 * prints and travels as the bare text.
 */
public sealed interface Id
    permits ActivityId,
        AlertId,
        CaseId,
        CharityId,
        ContractId,
        DeptCode,
        DisbursementId,
        DivisionCode,
        EvaluationId,
        EvaluatorId,
        ForeignId,
        FundId,
        HelpRequestId,
        ItemCode,
        NeedId,
        OperatorId,
        ProgrammeId,
        ProjectId,
        ReservationId,
        ResidentRef,
        ResourceId,
        SourceId,
        SourceSystem,
        StationId,
        VisitId {

  /** What every id may be made of; kinds with a stricter form have their own pattern. */
  Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

  /** The longest of these, in characters. */
  int MOST_PLAIN = 64;

  /** The bare text. */
  @JsonValue
  String value();

  /**
   * The text, if it has the form.
   *
   * @throws IllegalArgumentException if it has not
   */
  static String checked(String value, Pattern form, String what) {
    if (form == PLAIN ? !isPlain(value) : !form.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a " + what + ": " + shortened(value));
    }
    return value;
  }

  /** As {@link #PLAIN} has it, without a matcher: most ids are plain, and are made all the time. */
  private static boolean isPlain(String value) {
    int length = value.length();
    if (length == 0 || length > MOST_PLAIN || !isLetterOrDigit(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char each = value.charAt(i);
      if (!isLetterOrDigit(each) && each != '-' && each != '.' && each != '_' && each != ':') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9');
  }

  private static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }
}
