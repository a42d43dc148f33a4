package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.random.CounterRandom;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Templates of a {@code .strokes} resource (the format is explained at the top of digits.strokes).
 */
final class StrokeTemplates {
  private final List<StrokeTemplate> all;
  private final double[] cumulative;

  private StrokeTemplates(List<StrokeTemplate> templates) {
    all = List.copyOf(templates);
    cumulative = new double[all.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      sum += all.get(i).weight();
      cumulative[i] = sum;
    }
  }

  /** Reads the templates beside this class. */
  static StrokeTemplates load(String resource) {
    try (InputStream in = StrokeTemplates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing from the jar");
      }
      return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StrokeTemplates parse(String source, String text) {
    List<StrokeTemplate> templates = new ArrayList<>();
    String[] lines = text.split("\\R");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        templates.add(parseLine(line));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "%s line %d: expected 'label weight x,y x,y ...', got '%s'"
                .formatted(source, i + 1, line),
            e);
      }
    }
    return new StrokeTemplates(templates);
  }

  private static StrokeTemplate parseLine(String line) {
    String[] parts = line.split("\\s+", 3);
    List<Stroke> strokes = new ArrayList<>();
    for (String stroke : parts[2].split("/")) {
      strokes.add(parseStroke(stroke.strip().split("\\s+")));
    }
    return new StrokeTemplate(parts[0], Double.parseDouble(parts[1]), strokes);
  }

  private static Stroke parseStroke(String[] points) {
    if (points.length < 2) {
      throw new IllegalArgumentException("a stroke needs two points");
    }
    Stroke stroke =
        new Stroke(new float[points.length], new float[points.length], new boolean[points.length]);
    for (int i = 0; i < points.length; i++) {
      stroke.corner()[i] = points[i].endsWith("!");
      String[] xy = points[i].replace("!", "").split(",");
      stroke.x()[i] = Float.parseFloat(xy[0]);
      stroke.y()[i] = Float.parseFloat(xy[1]);
    }
    return stroke;
  }

  /** Only the templates of this sign. */
  StrokeTemplates of(String label) {
    return new StrokeTemplates(all.stream().filter(t -> t.label().equals(label)).toList());
  }

  List<StrokeTemplate> all() {
    return all;
  }

  /** A template drawn by its weight. */
  StrokeTemplate draw(CounterRandom random) {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int i = 0;
    while (i < cumulative.length - 1 && at >= cumulative[i]) {
      i++;
    }
    return all.get(i);
  }
}
