package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.data.Dataset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** Measures of 28x28 pictures for tests. */
final class Pictures {
  record Measure(double mass, double centreX, double centreY, int longerSide) {}

  private Pictures() {}

  static float[] image(Dataset data, int index) {
    float[] image = new float[784];
    data.copyImage(index, image, 0);
    return image;
  }

  static String sha256(Dataset data) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < data.size(); i++) {
        digest.update((byte) data.label(i));
        for (float value : image(data, i)) {
          digest.update((byte) Math.round(value * 255));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static int distinct(Dataset... sets) {
    Set<Integer> hashes = new HashSet<>();
    for (Dataset data : sets) {
      for (int i = 0; i < data.size(); i++) {
        hashes.add(Arrays.hashCode(image(data, i)));
      }
    }
    return hashes.size();
  }

  static int[] counts(Dataset data) {
    int[] counts = new int[data.classes()];
    for (int i = 0; i < data.size(); i++) {
      counts[data.label(i)]++;
    }
    return counts;
  }

  static Measure measure(Dataset data, int index) {
    float[] image = image(data, index);
    double mass = 0;
    double x = 0;
    double y = 0;
    int left = 28;
    int right = -1;
    int top = 28;
    int bottom = -1;
    for (int row = 0; row < 28; row++) {
      for (int column = 0; column < 28; column++) {
        float value = image[row * 28 + column];
        mass += value;
        x += value * column;
        y += value * row;
        if (value > 0) {
          left = Math.min(left, column);
          right = Math.max(right, column);
          top = Math.min(top, row);
          bottom = row;
        }
      }
    }
    return new Measure(mass, x / mass, y / mass, Math.max(right - left, bottom - top) + 1);
  }

  static double[][] means(Dataset data) {
    double[][] means = new double[data.classes()][784];
    int[] counts = counts(data);
    for (int i = 0; i < data.size(); i++) {
      float[] image = image(data, i);
      for (int p = 0; p < 784; p++) {
        means[data.label(i)][p] += image[p] / counts[data.label(i)];
      }
    }
    return means;
  }

  static int nearest(double[][] means, Dataset data, int index) {
    float[] image = image(data, index);
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int c = 0; c < means.length; c++) {
      double distance = 0;
      for (int p = 0; p < 784; p++) {
        distance += (image[p] - means[c][p]) * (image[p] - means[c][p]);
      }
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    return best;
  }
}
