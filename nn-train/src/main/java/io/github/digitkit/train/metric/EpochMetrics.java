package io.github.digitkit.train.metric;

import java.util.Optional;

/**
 * What one epoch of training came to.
 *
 * @param epoch its number, from 1
 * @param training over the epoch's augmented pictures, while the weights changed, with dropout
 * @param validation after the epoch, if there is validation data
 * @param learningRate of its last step
 * @param seconds how long it took, without validation
 */
public record EpochMetrics(
    int epoch, Score training, Optional<Score> validation, double learningRate, double seconds) {}
