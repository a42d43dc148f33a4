package io.github.digitkit.recognizer;

import io.github.digitkit.nn.Classifier;
import io.github.digitkit.nn.EnsembleFile;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFileException;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.ImageDecoder;
import io.github.digitkit.recognizer.image.ImageFormatException;
import io.github.digitkit.recognizer.image.ImageLimits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads handwritten digits from pictures.
 *
 * <pre>{@code
 * DigitRecognizer recognizer = DigitRecognizer.load();
 * Recognition answer = recognizer.recognize(Path.of("five.png"));
 * System.out.println(answer.digit() + " with " + answer.confidence());
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads, which get the same answers bit for bit.
 * It starts no threads, touches neither network nor disk but the files that it is given, and needs
 * no closing. Load it once and keep it.
 */
public final class DigitRecognizer {
  private static final String BUNDLED = "digits.safetensors";

  private final DigitNetwork network;
  private final RejectPolicy policy;
  private final ImageDecoder decoder;
  private final DigitReader reader;
  private final Numbers numbers;

  private DigitRecognizer(DigitNetwork network, RejectPolicy policy, ImageLimits limits) {
    this.network = network;
    this.policy = policy;
    this.decoder = new ImageDecoder(limits);
    DigitNormalizer normalizer = new DigitNormalizer();
    this.reader = new DigitReader(network, normalizer);
    this.numbers = new Numbers(network, policy, normalizer);
  }

  /** Returns a recogniser with the weights that come in this library's jar. */
  public static DigitRecognizer load() {
    try {
      return builder().build();
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled weights cannot be read", e);
    }
  }

  /**
   * @param model a weights file of one model or several, as {@link EnsembleFile} describes it
   * @return a recogniser with those weights, see {@link Builder#model}
   * @throws ModelFileException if the file is damaged or no network for digits
   * @throws IOException if it cannot be read
   */
  public static DigitRecognizer load(Path model) throws IOException {
    return builder().model(model).build();
  }

  /** Returns a builder for everything else than the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads the digit in a picture file: PNG, JPEG, GIF, BMP, TIFF or PNM, told by content.
   *
   * @param file the file
   * @return the answer
   * @throws ImageFormatException if it is no sound picture; says why
   * @throws IOException if the file cannot be read
   */
  public Recognition recognize(Path file) throws IOException {
    return recognize(decoder.decode(file));
  }

  /**
   * Reads the digit in a picture from a stream.
   *
   * @param picture the content of a picture file, read to its end; not closed
   * @return the answer
   * @throws ImageFormatException if it is no sound picture; says why
   * @throws IOException if the stream fails
   */
  public Recognition recognize(InputStream picture) throws IOException {
    return recognize(decoder.decode(picture));
  }

  /**
   * Reads the digit in an image.
   *
   * @param image an image of any type. Not modified.
   * @return the answer
   */
  public Recognition recognize(BufferedImage image) {
    return recognize(decoder.fromBufferedImage(image));
  }

  /**
   * Reads the digit in a grey picture.
   *
   * @param image dark ink on light or light ink on dark, of any size
   * @return the answer
   */
  public Recognition recognize(GrayImage image) {
    return recognizeAll(List.of(image)).get(0);
  }

  /**
   * Reads one digit in each picture, all in one go through the network.
   *
   * @param images the pictures
   * @return an answer for each, in the same order and the same bits as one by one
   */
  public List<Recognition> recognizeAll(List<GrayImage> images) {
    List<Recognition> answers = new ArrayList<>(images.size());
    for (Reading reading : reader.read(images)) {
      answers.add(Answers.of(reading, policy));
    }
    return answers;
  }

  /**
   * Reads a line of digits, as an amount, a code or a sum. Touching digits are split, broken ones
   * joined; points, commas and rulings are passed over.
   *
   * @param image a picture of one line
   * @return the digits from left to right
   */
  public NumberReading readNumber(GrayImage image) {
    return numbers.readLine(image);
  }

  /**
   * Reads every digit of a page: the cells of its grid if it has one, else its lines.
   *
   * @param image a picture of a page, under any light
   * @return the digits, line by line
   */
  public NumberReading readAll(GrayImage image) {
    return numbers.readPage(image);
  }

  /**
   * Shows which parts of a picture the answer rests on, by wiping out a patch at each place in
   * turn. Costs about 800 recognitions.
   *
   * @param image the picture
   * @return 28x28 levels laid over {@link Recognition#seen}: 255 where it matters most
   */
  public GrayImage explain(GrayImage image) {
    Reading reading = reader.read(List.of(image)).get(0);
    return Saliency.of(network, reading.digit().pixels(), reading.best());
  }

  /**
   * Returns the network alone, with its views and averages: for pictures that have MNIST's form
   * already, {@code (28, 28, 1)} floats from 0, ground, to 1, ink. Its classes are the ten digits,
   * with the probabilities that they have if each picture shows one.
   */
  public Classifier classifier() {
    return network;
  }

  /** Returns the decoder by which files and streams are read, for use with {@link GrayImage}. */
  public ImageDecoder decoder() {
    return decoder;
  }

  /**
   * Returns when answers are refused, with the curve of errors against refusals: of several models
   * that of the first, measured on its answers alone.
   */
  public RejectPolicy rejectPolicy() {
    return policy;
  }

  /** Returns the provenance of the (first) model: seed, data, recipe, accuracy. */
  public Map<String, String> metadata() {
    return network.metadata();
  }

  /** Where models come from. */
  private interface Weights {
    List<Model> load() throws IOException;
  }

  /** Settings of a recogniser. Not safe for use by many threads. */
  public static final class Builder {
    private final List<Weights> weights = new ArrayList<>();
    private Views views = Views.DEFAULT;
    private OptionalDouble errors = OptionalDouble.empty();
    private ImageLimits limits = ImageLimits.defaults();

    private Builder() {}

    /**
     * Weights from a file instead of the bundled ones. A file may hold several models, and this may
     * be called several times: the calibrated probabilities of all models are averaged. When
     * answers are refused, and the provenance, come from the first model alone.
     *
     * @param file a weights file, as {@link EnsembleFile} describes it
     */
    public Builder model(Path file) {
      weights.add(() -> EnsembleFile.load(file));
      return this;
    }

    /**
     * A model in memory, as training leaves it, instead of the bundled weights; otherwise like
     * {@link #model(Path)}.
     *
     * @param model a network for digits; its metadata say how its answers are calibrated and when
     *     they are refused
     */
    public Builder model(Model model) {
      weights.add(() -> List.of(model));
      return this;
    }

    /**
     * Averages over slightly shifted and turned looks at every picture, and costs as many times
     * more. Otherwise a picture gets one look, and seven if no class has a probability of 0.9 after
     * it: as accurate as seven always, at little more than the cost of one.
     *
     * @param count 1 to 7
     * @throws IllegalArgumentException if it is outside
     */
    public Builder views(int count) {
      views = Views.of(count);
      return this;
    }

    /**
     * Refuses answers so that, on pictures like those of validation, at most this share of the
     * accepted ones is wrong.
     *
     * @param share 0 to 1, for example 0.001
     */
    public Builder errorsAtMost(double share) {
      errors = OptionalDouble.of(share);
      return this;
    }

    /**
     * @param limits what a picture may cost
     */
    public Builder limits(ImageLimits limits) {
      this.limits = limits;
      return this;
    }

    /**
     * @return the recogniser
     * @throws ModelFileException if a file is damaged, or a model is no network for digits
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if no threshold reaches {@link #errorsAtMost}
     */
    public DigitRecognizer build() throws IOException {
      List<Model> loaded = new ArrayList<>();
      for (Weights each : weights) {
        loaded.addAll(each.load());
      }
      if (loaded.isEmpty()) {
        loaded.addAll(bundled());
      }
      DigitNetwork network = new DigitNetwork(loaded, views);
      RejectPolicy policy = RejectPolicy.of(network.metadata());
      if (errors.isPresent()) {
        policy = policy.withErrorsAtMost(errors.getAsDouble());
      }
      return new DigitRecognizer(network, policy, limits);
    }

    private static List<Model> bundled() throws IOException {
      try (InputStream in = DigitRecognizer.class.getResourceAsStream(BUNDLED)) {
        if (in == null) {
          throw new ModelFileException(BUNDLED, "not in the jar");
        }
        return EnsembleFile.load(in, BUNDLED);
      }
    }
  }
}
