package io.github.digitkit.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.data.synthetic.SyntheticDigits;
import io.github.digitkit.train.optimizer.Adam;
import io.github.digitkit.train.schedule.Constant;
import org.junit.jupiter.api.Test;

class TrainingRecipeTest {

  @Test
  void plainIsTheReports() {
    TrainingRecipe plain = TrainingRecipe.named("plain");
    assertThat(plain.network()).isEqualTo(DigitNetworks.report());
    assertThat(plain.settings().epochs()).isEqualTo(10);
    assertThat(plain.settings().batchSize()).isEqualTo(32);
    assertThat(plain.settings().optimizer()).isEqualTo(new Adam(0.9, 0.999, 1e-7));
    assertThat(plain.settings().schedule()).isEqualTo(new Constant(0.001));
    assertThat(plain.epochs(SyntheticDigits.balanced(50, 1)).epochSize()).isEqualTo(50);
  }

  @Test
  void theDefaultMixesDigitsWithWhatIsNone() {
    TrainingRecipe recipe = TrainingRecipe.named("default");
    assertThat(recipe.network().outputShape().size()).isEqualTo(11);
    Dataset digits = SyntheticDigits.balanced(100, 1);
    EpochSource epochs = recipe.epochs(digits);
    assertThat(epochs.epochSize()).isEqualTo(137);
    assertThat(epochs.classes()).isEqualTo(11);
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() {
    assertThatThrownBy(() -> TrainingRecipe.named("best"))
        .hasMessage("recipe: expected one of [plain, default], got 'best'");
  }

  @Test
  void settingsAndAugmentationCanBeChanged() {
    TrainingRecipe changed =
        TrainingRecipe.defaults()
            .withSettings(TrainingRecipe.defaults().settings().withEpochs(3))
            .withAugmentation(TrainingRecipe.plain().augmentation());
    assertThat(changed.settings().epochs()).isEqualTo(3);
    assertThat(changed.augmentation().steps()).isEmpty();
  }

  @Test
  void dropoutCanBeChanged() {
    TrainingRecipe recipe = TrainingRecipe.defaults();
    assertThat(recipe.withDropout(0.2f)).isEqualTo(recipe);
    assertThat(recipe.withDropout(0.4f).network())
        .isEqualTo(DigitNetworks.convolutional(11, 0.4f))
        .isNotEqualTo(recipe.network());
  }

  @Test
  void widthCanBeChangedAndKeepsTheDropout() {
    TrainingRecipe recipe = TrainingRecipe.defaults();
    assertThat(recipe.withWidth(1)).isEqualTo(recipe);
    Sequential wide = DigitNetworks.convolutional(11, 2, 0.4f);
    assertThat(recipe.withWidth(2).withDropout(0.4f).network()).isEqualTo(wide);
    assertThat(recipe.withDropout(0.4f).withWidth(2).network()).isEqualTo(wide);
    assertThat(wide.nodes()).hasSameSizeAs(recipe.network().nodes());
  }
}
