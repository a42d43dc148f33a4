package io.github.digitkit.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a screen, and what a visitor does with it. */
final class Browser implements AutoCloseable {
  private static final List<String> BINARIES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final TestServer server;
  private final ChromeDriver driver;

  private Browser(TestServer server, ChromeDriver driver) {
    this.server = server;
    this.driver = driver;
  }

  static Browser start(TestServer server, Path profile) {
    String binary =
        BINARIES.stream().filter(path -> Files.isExecutable(Path.of(path))).findFirst().orElse("");
    Assumptions.assumeTrue(
        !binary.isEmpty() && Files.isExecutable(DRIVER),
        "browser tests need chromium and chromium-driver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=en",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
    return new Browser(server, driver);
  }

  ChromeDriver driver() {
    return driver;
  }

  void open(String path) {
    driver.get(server.uri(path).toString());
    waitFor("main");
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  String text(String selector) {
    return one(selector).getText();
  }

  void click(String selector) {
    one(selector).click();
  }

  void choose(String selector, String value) {
    new Select(one(selector)).selectByValue(value);
  }

  void waitFor(String selector) {
    new WebDriverWait(driver, Duration.ofSeconds(10), Duration.ofMillis(20))
        .until(browser -> !browser.findElements(By.cssSelector(selector)).isEmpty());
  }

  void waitForText(String selector, String part) {
    new WebDriverWait(driver, Duration.ofSeconds(10), Duration.ofMillis(20))
        .withMessage(() -> "'" + part + "' in " + selector + ", got: " + content(selector))
        .until(browser -> content(selector).contains(part));
  }

  private String content(String selector) {
    return String.valueOf(
        run("return document.querySelector(arguments[0])?.textContent", selector));
  }

  /** Runs a script, in which await is allowed, and gives what it returns. */
  Object run(String script, Object... values) {
    Object[] all = Arrays.copyOf(values, values.length);
    return driver.executeAsyncScript(
        "const done = arguments[arguments.length - 1];"
            + "(async function () {"
            + script
            + "}).apply(null, arguments).then(done, e => done('failed: ' + e));",
        all);
  }

  void drawWithMouse() {
    draw(new PointerInput(PointerInput.Kind.MOUSE, "mouse"));
  }

  void drawWithTouch() {
    draw(new PointerInput(PointerInput.Kind.TOUCH, "finger"));
  }

  private void draw(PointerInput pointer) {
    WebElement canvas = one("#canvas");
    Sequence stroke = new Sequence(pointer, 0);
    int[][] points = {{-80, -90}, {70, -90}, {40, -30}, {10, 40}, {-10, 110}};
    stroke.addAction(move(pointer, canvas, points[0]));
    stroke.addAction(pointer.createPointerDown(PointerInput.MouseButton.LEFT.asArg()));
    for (int[] point : points) {
      stroke.addAction(move(pointer, canvas, point));
    }
    stroke.addAction(pointer.createPointerUp(PointerInput.MouseButton.LEFT.asArg()));
    driver.perform(List.of(stroke));
  }

  private static org.openqa.selenium.interactions.Interaction move(
      PointerInput pointer, WebElement canvas, int[] point) {
    return pointer.createPointerMove(
        Duration.ofMillis(40), PointerInput.Origin.fromElement(canvas), point[0], point[1]);
  }

  /** Pastes or drops a picture file. */
  void give(String how, byte[] picture) {
    run(
        "const bytes = Uint8Array.from(atob(arguments[1]), c => c.charCodeAt(0));"
            + "const data = new DataTransfer();"
            + "data.items.add(new File([bytes], 'given.png', { type: 'image/png' }));"
            + "const event = arguments[0] === 'paste'"
            + " ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true })"
            + " : new DragEvent('drop', { dataTransfer: data, bubbles: true });"
            + "document.body.dispatchEvent(event);",
        how,
        Base64.getEncoder().encodeToString(picture));
  }

  /** Presses keys wherever the focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  boolean focused(String selector) {
    return (Boolean) run("return document.activeElement.matches(arguments[0])", selector);
  }

  /** Presses Tab until what is wanted has the focus. */
  void tabTo(String selector) {
    for (int i = 0; i < 40 && !focused(selector); i++) {
      press(Keys.TAB);
    }
    if (!focused(selector)) {
      throw new AssertionError("40 tabs do not lead to " + selector);
    }
  }

  /** Presses Tab again and again; gives the ids of what had the focus. */
  List<String> tab(int times) {
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      press(Keys.TAB);
      reached.add(String.valueOf(run("return document.activeElement.id")));
    }
    return reached;
  }

  /** What axe-core finds wrong with the page, once no colour is changing any more. */
  List<?> axe() {
    driver.executeScript(axeScript());
    return (List<?>)
        run(
            "await Promise.allSettled(document.getAnimations()"
                + ".filter(a => a instanceof CSSTransition).map(a => a.finished));"
                + "const found = await axe.run(document, { resultTypes: ['violations'] });"
                + "return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' '"
                + " + n.any.map(a => a.message).join(' ')).join(' | '))");
  }

  private static String axeScript() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe.min.js is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  /** Errors and warnings in the browser's console. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage())
        .filter(message -> !message.contains("/lost") && !message.contains("422"))
        .toList();
  }

  Path screenshot(Path target) throws IOException {
    return Files.write(target, driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
