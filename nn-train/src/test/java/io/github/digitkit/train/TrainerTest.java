package io.github.digitkit.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.tensor.Tensor;
import io.github.digitkit.train.TrainingSettings.Selection;
import io.github.digitkit.train.checkpoint.CheckpointException;
import io.github.digitkit.train.data.ArrayDataset;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Evaluator;
import io.github.digitkit.train.optimizer.Adam;
import io.github.digitkit.train.optimizer.AdamW;
import io.github.digitkit.train.optimizer.Sgd;
import io.github.digitkit.train.schedule.Constant;
import io.github.digitkit.train.schedule.Cosine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TrainerTest {
  private static final Dataset TRAINING = TestDigits.strokes(330, 1);
  private static final Dataset VALIDATION = TestDigits.strokes(200, 2);

  private final TrainingSettings settings =
      TrainingSettings.defaults()
          .withEpochs(4)
          .withOptimizer(new AdamW(Adam.defaults(), 0.01))
          .withSchedule(new Cosine(0.01, 0.15))
          .withAverageDecay(0.9)
          .withSelection(Selection.BEST_ON_VALIDATION)
          .withSeed(3);

  private static Trainer.Builder trainer(TrainingSettings settings) {
    return Trainer.builder(TestDigits.network())
        .settings(settings)
        .kernels(Kernels.named("plain"))
        .threads(2);
  }

  private static TrainingResult fit(Trainer.Builder builder) throws IOException {
    try (Trainer trainer = builder.build()) {
      return trainer.fit(TRAINING, VALIDATION);
    }
  }

  private static Map<String, Tensor> weights(TrainingResult result) {
    return result.model().parameters().asMap();
  }

  private static List<Object> figures(TrainingResult result) {
    List<Object> figures = new ArrayList<>();
    for (EpochMetrics epoch : result.history()) {
      figures.add(List.of(epoch.training(), epoch.validation(), epoch.learningRate()));
    }
    return figures;
  }

  @Test
  void learns() throws IOException {
    TrainingResult result = fit(trainer(settings.withEpochs(8)));
    assertThat(result.modelMetrics().validation().orElseThrow().accuracy()).isGreaterThan(0.95);
    Dataset test = TestDigits.strokes(300, 9);
    assertThat(Evaluator.evaluate(result.model(), test, 2).accuracy()).isGreaterThan(0.95);
  }

  @Test
  void descentWithMomentumLearnsToo() throws IOException {
    TrainingSettings descent =
        settings
            .withEpochs(8)
            .withOptimizer(Sgd.nesterov(0.9))
            .withSchedule(new Constant(0.05))
            .withLabelSmoothing(0.05)
            .withAverageDecay(0);
    assertThat(fit(trainer(descent)).modelMetrics().validation().orElseThrow().accuracy())
        .isGreaterThan(0.95);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() throws IOException {
    TrainingResult one = fit(trainer(settings).threads(1));
    for (int threads : new int[] {2, 3, 5}) {
      TrainingResult several = fit(trainer(settings).threads(threads));
      assertThat(weights(several)).as("%d threads", threads).isEqualTo(weights(one));
      assertThat(figures(several)).isEqualTo(figures(one));
    }
  }

  @Test
  void anotherSeedGivesOtherWeights() throws IOException {
    assertThat(weights(fit(trainer(settings.withSeed(4).withEpochs(1)))))
        .isNotEqualTo(weights(fit(trainer(settings.withEpochs(1)))));
  }

  /** Fails in the middle of an epoch. */
  private static TrainingListener stopAt(int epoch, int step) {
    return new TrainingListener() {
      @Override
      public void stepDone(int atEpoch, int atStep, double loss, double accuracy)
          throws IOException {
        if (atEpoch == epoch && atStep == step) {
          throw new IOException("power cut");
        }
      }
    };
  }

  @Test
  void aRunThatContinuesGivesTheSameBitsAsOneNeverInterrupted(@TempDir Path directory)
      throws IOException {
    TrainingResult whole = fit(trainer(settings));
    Trainer.Builder first = trainer(settings).checkpoint(directory).listener(stopAt(3, 5));
    assertThatThrownBy(() -> fit(first)).hasMessage("power cut");
    Trainer.Builder second = trainer(settings).resume(directory).listener(stopAt(4, 1));
    assertThatThrownBy(() -> fit(second)).hasMessage("power cut");

    TrainingResult continued = fit(trainer(settings).threads(1).resume(directory));
    assertThat(weights(continued)).isEqualTo(weights(whole));
    assertThat(figures(continued)).isEqualTo(figures(whole));
    assertThat(continued.modelEpoch()).isEqualTo(whole.modelEpoch());

    TrainingResult again = fit(trainer(settings).resume(directory));
    assertThat(weights(again)).as("nothing left to do").isEqualTo(weights(whole));
  }

  @Test
  void resumingWithoutCheckpointStartsAnew(@TempDir Path directory) throws IOException {
    TrainingSettings one = settings.withEpochs(1);
    assertThat(weights(fit(trainer(one).resume(directory.resolve("new")))))
        .isEqualTo(weights(fit(trainer(one))));
  }

  @Test
  void aRunWithOtherSettingsCannotBeContinued(@TempDir Path directory) throws IOException {
    fit(trainer(settings.withEpochs(1)).checkpoint(directory));
    Trainer.Builder other =
        trainer(settings.withEpochs(1).withBatchSize(16).withSeed(8)).resume(directory);
    assertThatThrownBy(() -> fit(other))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("batch size was 32, is now 16; seed was 3, is now 8");
    Trainer.Builder otherData = trainer(settings.withEpochs(1)).resume(directory);
    try (Trainer trainer = otherData.build()) {
      assertThatThrownBy(() -> trainer.fit(TestDigits.strokes(330, 7), VALIDATION))
          .hasMessageContaining("data was");
    }
  }

  @Test
  void aCheckpointIsNotOverwrittenByAccident(@TempDir Path directory) throws IOException {
    fit(trainer(settings.withEpochs(1)).checkpoint(directory));
    assertThatThrownBy(() -> fit(trainer(settings.withEpochs(1)).checkpoint(directory)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("there is a checkpoint already");
  }

  @Test
  void aFailureInAWorkerEndsTheTraining() {
    EpochSource failing =
        EpochSource.of(TRAINING)
            .augmentation(
                (image, context) -> {
                  if (Thread.currentThread().getName().startsWith("digitkit-train-")) {
                    throw new UnsupportedOperationException("no such picture");
                  }
                })
            .build();
    try (Trainer trainer = trainer(settings).build()) {
      assertThatThrownBy(() -> trainer.fit(failing, VALIDATION))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("no such picture");
    }
  }

  @Test
  void stopsWhenValidationGetsNoBetter() throws IOException {
    // A learning rate of next to nothing: the first epochs are as good as any.
    TrainingSettings stuck =
        settings
            .withEpochs(50)
            .withPatience(3)
            .withAverageDecay(0)
            .withOptimizer(Sgd.plain())
            .withSchedule(new Constant(1e-30));
    TrainingResult result = fit(trainer(stuck));
    assertThat(result.history()).hasSizeLessThan(50);
    assertThat(result.history().size() - result.modelEpoch()).isEqualTo(3);
  }

  @Test
  void theBestEpochsWeightsAreTheResult() throws IOException {
    TrainingResult result = fit(trainer(settings.withEpochs(6)));
    Model model = result.model();
    assertThat(Evaluator.evaluate(model, VALIDATION, 1).score())
        .isEqualTo(result.modelMetrics().validation().orElseThrow());
    for (EpochMetrics epoch : result.history()) {
      assertThat(
              epoch
                  .validation()
                  .orElseThrow()
                  .betterThan(result.modelMetrics().validation().orElseThrow()))
          .isFalse();
    }
  }

  @Test
  void divergenceIsNoticed() {
    TrainingSettings wild =
        settings.withOptimizer(Sgd.plain()).withSchedule(new Constant(1e30)).withAverageDecay(0);
    assertThatThrownBy(() -> fit(trainer(wild)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("diverged");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    Dataset wide = new ArrayDataset(new float[12], new int[1], 3, 4, 4);
    Dataset manyClasses = new ArrayDataset(new float[100], new int[1], 10, 10, 5);
    try (Trainer trainer = trainer(settings).build()) {
      assertThatThrownBy(() -> trainer.fit(wide, VALIDATION))
          .hasMessageContaining("training data")
          .hasMessageContaining("(10, 10, 1)")
          .hasMessageContaining("3x4");
      assertThatThrownBy(() -> trainer.fit(TRAINING, manyClasses))
          .hasMessageContaining("validation: 5 classes, but the network has only 4 outputs");
      assertThatThrownBy(() -> trainer.fit(TRAINING)).hasMessageContaining("validation");
    }
  }

  @Test
  void theReportedLossFallsAndStepsAreCounted() throws IOException {
    List<Integer> steps = new ArrayList<>();
    TrainingListener counter =
        new TrainingListener() {
          @Override
          public void stepDone(int epoch, int step, double loss, double accuracy) {
            steps.add(step);
          }
        };
    TrainingResult result = fit(trainer(settings.withEpochs(2)).listener(counter));
    assertThat(steps).hasSize(22).endsWith(10, 11);
    assertThat(result.history().get(1).training().loss())
        .isLessThan(result.history().get(0).training().loss());
  }
}
