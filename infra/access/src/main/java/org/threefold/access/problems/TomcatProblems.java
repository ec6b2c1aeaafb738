package org.threefold.access.problems;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Says what Tomcat refuses before any filter: requests it cannot parse. Public because Tomcat makes
 * it by name.
 */
public final class TomcatProblems extends ErrorReportValve {

  private final Sentences sentences = new Sentences(null);

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String wanted = request.getHeader("Accept-Language");
    Locale locale = wanted != null && wanted.startsWith("en") ? Locale.ENGLISH : Sentences.DEFAULT;
    byte[] body =
        ProblemBody.of(Diagnosis.of(status), status, sentences, locale, null, null).json();
    try {
      response.setContentType(ProblemBody.MEDIA_TYPE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      Writer out = response.getReporter();
      if (out != null) { // Null if the answer is already under way.
        out.write(new String(body, StandardCharsets.UTF_8));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("The caller has gone", gone);
    }
  }
}
