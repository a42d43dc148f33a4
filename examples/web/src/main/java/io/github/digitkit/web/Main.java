package io.github.digitkit.web;

import io.github.digitkit.web.config.OptionReport;
import io.github.digitkit.web.config.OptionSources;
import io.github.digitkit.web.config.ServerOptions;
import io.github.digitkit.web.config.Settings;
import io.github.digitkit.web.reading.DigitKitReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the web server and stops it in order on SIGTERM or SIGINT. */
@Command(
    name = "digitkit serve",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    showDefaultValues = true,
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Serves the web page and the REST API.",
    footer = {
      "",
      "Every option may also be set by an environment variable (DIGITKIT_MAX_UPLOAD=20M for",
      "--max-upload) or in the file of --config (max-upload=20M). Flags win, then the environment."
    })
public final class Main implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  @Mixin private ServerOptions options = new ServerOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  private final OptionSources sources;

  private Main(OptionSources sources) {
    this.sources = sources;
  }

  /** Tells picocli the version. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"DigitKit " + Facts.version()};
    }
  }

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) {
    // The temporary files of ImageIO would be uploads on the disk.
    ImageIO.setUseCache(false);
    try {
      OptionSources sources = OptionSources.of(arguments, System.getenv());
      CommandLine line = new CommandLine(new Main(sources));
      line.setDefaultValueProvider(sources);
      line.setOverwrittenOptionsAllowed(true);
      line.setExecutionExceptionHandler(Main::explain);
      System.exit(line.execute(arguments));
    } catch (IOException unreadable) {
      System.err.println("The configuration file cannot be read: " + unreadable.getMessage());
      System.exit(2);
    }
  }

  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    line.getErr().println("The server cannot start: " + failure.getMessage());
    if (cause != failure) {
      line.getErr().println("  " + cause.getMessage());
    }
    LOG.debug("start failed", failure);
    return 1;
  }

  @Override
  public Integer call() throws Exception {
    for (String key : sources.unknownKeys(command.options())) {
      throw new IllegalArgumentException("the configuration file sets the unknown option " + key);
    }
    Settings settings = options.settings();
    LOG.info("starting with {}", OptionReport.of(command));
    Application application =
        Application.start(
            settings,
            () ->
                DigitKitReader.load(settings.model(), settings.maxUpload(), settings.maxPixels()));
    if (options.check()) {
      application.close();
      command.commandLine().getOut().println("DigitKit can start.");
      return 0;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.info("stopping: finishing what runs");
                  application.close();
                  LOG.info("stopped");
                  stopped.countDown();
                },
                "digitkit-stop"));
    announce(settings, application);
    stopped.await();
    return 0;
  }

  private void announce(Settings settings, Application application) {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    command
        .commandLine()
        .getOut()
        .println("DigitKit is ready: http://" + host + ":" + application.port() + "/");
    application
        .operatorPort()
        .ifPresent(port -> LOG.info("metrics on {}:{}", settings.metricsHost(), port));
  }
}
