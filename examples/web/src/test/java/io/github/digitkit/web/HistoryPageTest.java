package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Corrections on the history page, in a real Chromium; skipped where there is none. */
class HistoryPageTest {
  private static final String CORRECT = ".entry .what button";
  private static final String TRUTH = ".entry .amend input";

  @TempDir static Path folder;
  private static TestServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder);
    browser = Browser.start(server, folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    server.close();
  }

  @BeforeEach
  void openAHistoryOfOneTwo() {
    browser.size(1440, 1000);
    browser.open("/recognize");
    browser.driver().manage().deleteAllCookies();
    browser.open("/recognize");
    browser.give("paste", Pictures.digit(2));
    browser.waitForText("#saved", "Kept");
    browser.open("/history");
    browser.waitFor(".entry");
  }

  @Test
  void correctsAndWithdrawsWithTheKeyboardOnly() {
    browser.tabTo(CORRECT);
    browser.press(Keys.ENTER);
    assertThat(browser.focused(TRUTH)).as("the focus is in the field").isTrue();
    assertThat(browser.one(TRUTH).getAccessibleName()).isEqualTo("What it really was, in digits");
    browser.press("8", Keys.ENTER);
    browser.waitForText(".entry b", "28");
    assertThat(browser.text(".entry s")).isEqualTo("2");
    assertThat(browser.text("#live")).contains("noted as 8");
    assertThat(browser.all(".amend")).isEmpty();
    assertThat(browser.focused(CORRECT)).as("the focus is back on the button").isTrue();

    browser.open("/history");
    browser.waitForText(".entry", "Corrected by you");
    assertThat(browser.text(".entry b")).contains("8");
    browser.tabTo(CORRECT);
    browser.press(" ");
    assertThat(browser.one(TRUTH).getDomProperty("value")).isEqualTo("8");
    browser.press(Keys.BACK_SPACE, Keys.ENTER);
    browser.waitForText("#live", "withdrawn");
    assertThat(browser.text(".entry b")).isEqualTo("2");
    assertThat(browser.focused(CORRECT)).isTrue();

    browser.open("/history");
    browser.waitForText(".entry", "likely");
    assertThat(browser.text(".entry b")).isEqualTo("2");
  }

  @Test
  void escapeCancels() {
    browser.click(CORRECT);
    browser.press("8", Keys.ESCAPE);
    assertThat(browser.all(".amend")).isEmpty();
    assertThat(browser.focused(CORRECT)).isTrue();
    browser.open("/history");
    browser.waitFor(".entry");
    assertThat(browser.text(".entry b")).isEqualTo("2");
  }

  @Test
  void saysWhatIsWrongAndLeavesTheFormOpen() {
    browser.click(CORRECT);
    browser.press("two", Keys.ENTER);
    browser.waitForText("#problem", "Only digits");
    assertThat(browser.one(TRUTH).getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(browser.focused(TRUTH)).isTrue();
    browser.run("await fetch('/api/v1/history', { method: 'DELETE' })");
    browser.press(Keys.BACK_SPACE.toString().repeat(3), "8", Keys.ENTER);
    browser.waitForText("#problem", "no longer there");
    assertThat(browser.one(TRUTH).getDomProperty("value")).isEqualTo("8");
    assertThat(browser.complaints()).allMatch(message -> message.contains("404"));
  }

  @Test
  void theOpenFormFitsAndHasNoAccessibilityViolation() {
    browser.choose("#lang", "de");
    browser.waitFor("html[lang=de] .entry");
    browser.click(CORRECT);
    browser.press("8", Keys.ENTER);
    browser.waitForText(".entry", "Von dir berichtigt");
    browser.click(CORRECT);
    for (int width : List.of(320, 1440)) {
      browser.size(width, 900);
      assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= innerWidth"))
          .as("at " + width)
          .isTrue();
      for (String theme : List.of("light", "dark")) {
        browser.run("document.documentElement.dataset.theme = arguments[0]", theme);
        assertThat(browser.axe()).as(theme + " at " + width).isEmpty();
      }
    }
    assertThat(browser.complaints()).isEmpty();
  }
}
