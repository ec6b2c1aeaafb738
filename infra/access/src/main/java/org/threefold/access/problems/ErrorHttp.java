package org.threefold.access.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what failed outside of our filters and handlers. */
@Controller
class ErrorHttp implements ErrorController {

  private final ProblemWriter problems;

  ErrorHttp(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    problems.write(
        request,
        response,
        thrown instanceof Throwable it
            ? Diagnosis.of(it)
            : Diagnosis.of(status instanceof Integer code ? code : 404));
  }
}
