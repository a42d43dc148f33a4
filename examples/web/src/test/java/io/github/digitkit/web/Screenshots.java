package io.github.digitkit.web;

import io.github.digitkit.web.reading.DigitKitReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Photographs the pages at several sizes, light and dark: {@code Screenshots TARGET-FOLDER}. With
 * the bundled network, so that what the pictures show is true. Not part of the tests.
 */
final class Screenshots {
  private final Browser browser;
  private final Path target;

  private Screenshots(Browser browser, Path target) {
    this.browser = browser;
    this.target = target;
  }

  public static void main(String[] arguments) throws Exception {
    Path target = Files.createDirectories(Path.of(arguments[0]));
    Path folder = Files.createTempDirectory("digitkit-screenshots");
    Optional<Path> model =
        arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty();
    try (TestServer server =
            TestServer.start(
                DigitKitReader.load(model, 10 << 20, 50_000_000), folder.resolve("data"));
        Browser browser = Browser.start(server, folder.resolve("profile"))) {
      new Screenshots(browser, target).tour();
    }
  }

  private void tour() throws IOException {
    for (int width : List.of(320, 768, 1440, 2560)) {
      for (String theme : List.of("light", "dark")) {
        browser.size(width, width < 700 ? 1400 : Math.max(1000, width * 5 / 8));
        home(width, theme);
        recognize(width, theme);
        number(width, theme);
        history(width, theme);
      }
    }
  }

  private void home(int width, String theme) throws IOException {
    browser.open("/");
    shoot("home", width, theme);
  }

  private void recognize(int width, String theme) throws IOException {
    browser.open("/recognize");
    browser.drawWithMouse();
    browser.waitFor("#answer:not([data-state=empty])");
    browser.waitForText("#saved", ".");
    shoot("recognize", width, theme);
  }

  private void number(int width, String theme) throws IOException {
    browser.open("/recognize");
    browser.click("[data-sample=number]");
    browser.waitFor("#answer:not([data-state=empty]), #problem:not([hidden])");
    browser.run("scrollTo(0, 0)");
    shoot("number", width, theme);
  }

  private void history(int width, String theme) throws IOException {
    browser.open("/history");
    browser.waitFor(".entry");
    shoot("history", width, theme);
  }

  private void shoot(String page, int width, String theme) throws IOException {
    browser.run(
        "document.documentElement.dataset.theme = arguments[0];"
            + "document.dispatchEvent(new Event('themechange'));"
            + "await new Promise(resolve => setTimeout(resolve, 2300))",
        theme);
    browser.screenshot(target.resolve(page + "-" + width + "-" + theme + ".png"));
  }
}
