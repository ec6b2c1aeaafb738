package org.threefold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threefold.local.CountySettings.Part;

/**
 * The county watches: somebody signs in on the page, and sees needs move while a story is played
 * elsewhere.
 */
@ExtendWith(RunningCounty.class)
class ThePageMovesTest {

  private static final Path CHROMIUM =
      Path.of(System.getProperty("threefold.chromium", "/usr/bin/chromium"));

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

  private static Browser chromium(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  @Test
  void needs_move_on_the_page_while_the_story_is_played(RunningCounty.Handle county) {
    Assumptions.assumeTrue(Files.exists(CHROMIUM), "There is no Chromium at " + CHROMIUM);
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = chromium(playwright)) {
      Page page = browser.newPage();
      List<String> errors = new ArrayList<>();
      page.onPageError(errors::add);
      List<String> elsewhere = new ArrayList<>();
      page.onRequest(request -> {
        if (!request.url().startsWith("http://localhost:")) {
          elsewhere.add(request.url());
        }
      });

      signIn(page, county);
      Story.Ending ending = new Story(county.api(), (_, _) -> {}).play();

      Locator project = page.getByText(ending.project()).first();
      assertThat(project).isVisible(SOON);
      assertThat(page.getByText(Pattern.compile("83\\.65")).first()).isVisible(SOON);
      Assertions.assertThat(errors).isEmpty();
      Assertions.assertThat(elsewhere).isEmpty();
    }
  }

  private static void signIn(Page page, RunningCounty.Handle county) {
    page.navigate(county.settings().url(Part.OVERSIGHT) + "/");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录")).click();
    page.fill("input[name=username]", "hub-manager");
    page.fill("input[name=password]", county.secret());
    page.click("button[type=submit]");
    assertThat(page.getByText("实时动态")).isVisible(SOON);
  }
}
