package io.github.digitkit.recognizer.segment;

import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFile;
import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program, no test: moves the weights of {@link Trait} up the gradient of the right texts' mean
 * logarithmic probability, with a pull back to where they start, and prints them. How to run it is
 * told in {@code docs/reading-numbers.md}.
 */
final class TraitFit {
  private static final double STEP = 0.02;
  private static final double MOMENTUM = 0.9;

  private final List<FitExample> examples;
  private final double[] start = Trait.weights();
  private final double[] weights = Trait.weights();
  private final double pull;
  private final List<Trait> moved;

  private TraitFit(List<FitExample> examples, double pull, List<Trait> moved) {
    this.examples = examples;
    this.pull = pull;
    this.moved = moved;
  }

  /**
   * Fits and prints.
   *
   * @param args a weights file, a folder of pictures with an index.csv of file and text, the
   *     rounds, the strength of the pull, and the traits to move if not all
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 4) {
      throw new IllegalArgumentException("expected MODEL FOLDER ROUNDS PULL [TRAIT]...");
    }
    List<Trait> moved = new ArrayList<>();
    for (int i = 4; i < args.length; i++) {
      moved.add(Trait.valueOf(args[i]));
    }
    List<FitExample> examples = load(Path.of(args[1]), scorer(ModelFile.load(Path.of(args[0]))));
    TraitFit fit =
        new TraitFit(
            examples,
            Double.parseDouble(args[3]),
            moved.isEmpty() ? List.of(Trait.values()) : moved);
    System.out.printf(Locale.ROOT, "%d texts, mean log %.4f%n", examples.size(), fit.mean());
    fit.climb(Integer.parseInt(args[2]));
    System.out.printf(Locale.ROOT, "after: mean log %.4f%n", fit.mean());
    for (Trait trait : Trait.values()) {
      int i = trait.index();
      System.out.printf(Locale.ROOT, "%s %.2f -> %.2f%n", trait, fit.start[i], fit.weights[i]);
    }
  }

  private static DigitScorer scorer(Model model) {
    double temperature = Double.parseDouble(model.metadata().getOrDefault("temperature", "1"));
    return new ModelScorer(model, temperature);
  }

  private static List<FitExample> load(Path folder, DigitScorer scorer) throws IOException {
    DigitNormalizer normalizer = new DigitNormalizer();
    List<FitExample> examples = new ArrayList<>();
    List<String> rows = Files.readAllLines(folder.resolve("index.csv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      GrayImage image = new ImageDecoder().decode(folder.resolve(cells[0]));
      Box all = new Box(0, 0, image.width(), image.height());
      LineInk line = LineInk.of(image, all, normalizer);
      if (!line.isEmpty()) {
        LineHypotheses hypotheses = LineHypotheses.of(line, normalizer, scorer);
        FitExample example = FitExample.of(hypotheses, cells[1]);
        if (example.isReadable(Trait.weights())) {
          examples.add(example);
        }
      }
    }
    return examples;
  }

  private double mean() {
    double sum = 0;
    for (FitExample example : examples) {
      sum += example.logProbability(weights);
    }
    return sum / examples.size();
  }

  /** Gradient ascent with momentum, each weight's step divided by the size of its gradients. */
  private void climb(int rounds) {
    double[] velocity = new double[weights.length];
    double[] size = new double[weights.length];
    for (int round = 0; round < rounds; round++) {
      double[] gradient = new double[weights.length];
      for (FitExample example : examples) {
        example.addGradient(weights, gradient);
      }
      for (Trait trait : moved) {
        int i = trait.index();
        double slope = gradient[i] / examples.size() - pull * (weights[i] - start[i]);
        velocity[i] = MOMENTUM * velocity[i] + (1 - MOMENTUM) * slope;
        size[i] = Math.max(0.99 * size[i], Math.abs(slope));
        weights[i] += STEP * velocity[i] / (size[i] + 1e-6);
      }
    }
  }
}
