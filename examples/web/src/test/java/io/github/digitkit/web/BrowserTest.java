package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages in a real Chromium; skipped where there is none. */
class BrowserTest {
  private static final List<String> PAGES =
      List.of("/", "/recognize", "/history", "/about", "/api", "/lost");

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
  void forgetTheVisitor() {
    browser.size(1440, 1000);
    browser.open("/recognize");
    browser.driver().manage().deleteAllCookies();
    browser.open("/recognize");
  }

  @Test
  void readsWhileTheMouseDraws() {
    browser.drawWithMouse();
    browser.waitFor("#answer[data-state=sure]");
    assertThat(browser.text("#value")).matches("[0-9]");
    assertThat(browser.all("#bars li.best")).hasSize(1);
    assertThat(browser.text("#took")).contains("ms");
    browser.waitForText("#saved", "Kept");
    browser.waitForText("#live", "Read as");
  }

  @Test
  void readsWhatAFingerDraws() {
    browser.drawWithTouch();
    browser.waitFor("#answer[data-state=sure]");
  }

  @Test
  void undoesAndClears() {
    browser.drawWithMouse();
    browser.waitFor("#answer[data-state=sure]");
    browser.click("#undo");
    browser.waitFor("#answer[data-state=empty]");
    assertThat(browser.one("#clear").isEnabled()).isFalse();
  }

  @Test
  void drawsWithTheKeyboardOnly() {
    WebElement canvas = browser.one("#canvas");
    browser.run("arguments[0].focus()", canvas);
    canvas.sendKeys(" ", Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_RIGHT, " ");
    browser.waitFor("#answer[data-state=sure]");
    canvas.sendKeys(Keys.DELETE);
    browser.waitFor("#answer[data-state=empty]");
  }

  @Test
  void everyControlCanBeReachedByTab() {
    browser.run("document.activeElement.blur()");
    List<String> reached = browser.tab(40);
    assertThat(reached)
        .contains("theme", "lang", "canvas", "brush", "file", "paste")
        .as("disabled controls are left out")
        .doesNotContain("undo");
  }

  @Test
  void readsAnUploadedFileAndKeepsIt() throws Exception {
    Path file = Files.write(folder.resolve("seven.png"), Pictures.digit(7));
    browser.one("#file").sendKeys(file.toString());
    browser.waitForText("#value", "7");
    browser.waitForText("#saved", "Kept");
    assertThat(browser.one("#picture").isDisplayed()).isTrue();
    browser.open("/history");
    browser.waitFor(".entry");
    assertThat(browser.text(".entry b")).isEqualTo("7");
  }

  @Test
  void readsAPastedAndADroppedPicture() {
    browser.give("paste", Pictures.digit(5));
    browser.waitForText("#value", "5");
    browser.give("drop", Pictures.digit(4));
    browser.waitForText("#value", "4");
  }

  @Test
  void drawsBoxesOverANumber() {
    browser.click("[data-mode=number]");
    browser.give("paste", Pictures.digit(6));
    browser.waitFor("#boxes rect");
    assertThat(browser.text("#digits b")).isEqualTo("6");
  }

  @Test
  void drawsBoxesOverANumberThatIsBeingWritten() {
    browser.click("[data-mode=number]");
    browser.drawWithMouse();
    browser.waitFor("#canvas:not([hidden]) ~ #boxes rect");
  }

  @Test
  void showsTheAnswerUnderThePenOnASmallScreen() {
    browser.size(320, 640);
    browser.drawWithTouch();
    browser.waitFor("#glance[data-state=sure]");
    assertThat(browser.one("#glance").isDisplayed()).isTrue();
    assertThat(browser.text("#glance b")).matches("[0-9]");
  }

  @Test
  void saysWhyAPictureWasRefused() {
    browser.give("paste", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    browser.waitForText("#problem", "cannot be read");
  }

  @Test
  void readsASamplePicture() {
    browser.click("[data-sample=seven]");
    browser.waitFor("#answer:not([data-state=empty])");
  }

  @Test
  void correctsSearchesExportsAndDeletes() {
    browser.give("paste", Pictures.digit(2));
    browser.waitForText("#saved", "Kept");
    browser.click("#truths button:nth-child(9)");
    browser.waitForText("#saved", "8");
    browser.open("/history");
    browser.waitFor(".entry");
    assertThat(browser.text(".entry b")).contains("2").contains("8");
    browser.one("#q").sendKeys("5");
    browser.waitForText("#empty", "No result");
    browser.one("#q").sendKeys(Keys.BACK_SPACE, "8");
    browser.waitFor(".entry");
    assertThat(
            (String)
                browser.run(
                    "return (await fetch(document.getElementById('export-csv').href)).text()"))
        .contains(",digit,2,");
    browser.click("#delete-all");
    browser.click("#confirm [value=yes]");
    browser.one("#q").clear();
    browser.waitFor("#empty");
    assertThat(browser.all(".entry")).isEmpty();
  }

  @Test
  void speaksTheLanguageThatWasChosen() {
    for (Map.Entry<String, String> each :
        Map.of("de", "Erkennen", "ta", "படி", "hi", "पहचानें", "es", "Reconocer").entrySet()) {
      browser.choose("#lang", each.getKey());
      browser.waitFor("html[lang=" + each.getKey() + "]");
      assertThat(browser.text(".menu [aria-current]")).isEqualTo(each.getValue());
    }
  }

  @Test
  void changesToDarkAndRemembersIt() {
    browser.click("#theme");
    String theme = browser.one("html").getAttribute("data-theme");
    assertThat(theme).isIn("dark", "light");
    browser.open("/");
    assertThat(browser.one("html").getAttribute("data-theme")).isEqualTo(theme);
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 768, 1440, 2560, 3840})
  void fitsEveryWidth(int width) {
    browser.size(width, 900);
    for (String page : PAGES) {
      browser.open(page);
      assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= innerWidth"))
          .as(page + " at " + width + " needs no scrolling sideways")
          .isTrue();
    }
  }

  @Test
  void asksNobodyElseAndBreaksNoPolicy() {
    for (String page : PAGES) {
      browser.open(page);
      assertThat(
              (List<?>)
                  browser.run(
                      "return performance.getEntriesByType('resource').map(e => e.name)"
                          + ".filter(n => !n.startsWith(location.origin) && !n.startsWith('blob:'))"))
          .isEmpty();
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void hasNoAccessibilityViolation() {
    for (String theme : List.of("light", "dark")) {
      for (String page : PAGES) {
        browser.open(page);
        browser.run("document.documentElement.dataset.theme = arguments[0]", theme);
        if (page.equals("/recognize")) {
          browser.give("paste", Pictures.digit(7));
          browser.waitForText("#value", "7");
        }
        assertThat(browser.axe()).as(page + " in " + theme).isEmpty();
      }
    }
  }
}
