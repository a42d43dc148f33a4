package io.github.digitkit.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.digitkit.nn.kernel.plain.PlainKernels;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelsChoiceTest {
  private static final String REASON = "no such unit";

  private record Provider(String name, int preference, Optional<String> unavailable, Kernels create)
      implements KernelsProvider {}

  /** Computes everything right but convolutions. */
  private static final class WrongKernels extends PlainKernels {
    @Override
    public void conv2dForward(
        Conv2DGeometry g,
        float[] x,
        float[] kernel,
        float[] bias,
        PointwiseActivation activation,
        float[] y,
        int from,
        int to,
        Workspace workspace) {
      super.conv2dForward(g, x, kernel, bias, activation, y, from, to, workspace);
      y[y.length - 1] += 0.01f;
    }
  }

  private final Kernels right = new PlainKernels();
  private final KernelsProvider plain = new Provider("plain", 1, Optional.empty(), right);
  private final KernelsProvider absent =
      new Provider("absent", 3, Optional.of(REASON), new PlainKernels());
  private final KernelsProvider wrong =
      new Provider("wrong", 2, Optional.empty(), new WrongKernels());

  @Test
  void autoSkipsWhatIsUnavailableOrComputesWrongly() {
    assertThat(choose("auto")).isSameAs(right);
  }

  @Test
  void autoTakesTheHighestPreference() {
    Kernels faster = new PlainKernels();
    KernelsProvider first = new Provider("faster", 5, Optional.empty(), faster);
    assertThat(new KernelsChoice(List.of(plain, first)).choose("auto")).isSameAs(faster);
  }

  @Test
  void aNameIsTakenAtItsWord() {
    assertThat(choose("plain")).isSameAs(right);
  }

  @Test
  void aNameThatCannotRunSaysWhy() {
    assertThatIllegalStateException()
        .isThrownBy(() -> choose("absent"))
        .withMessage("absent kernels are unavailable: " + REASON);
    assertThatIllegalStateException()
        .isThrownBy(() -> choose("wrong"))
        .withMessageStartingWith("wrong kernels are unavailable: a convolution gave");
  }

  @Test
  void anUnknownNameListsTheKnownOnes() {
    assertThatIllegalStateException()
        .isThrownBy(() -> choose("fast"))
        .withMessage(
            "digitkit.kernels must be auto or one of [absent, wrong, plain], but got \"fast\"");
  }

  @Test
  void vectorKernelsAreThereExactlyWithTheirModule() {
    boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertThat(Kernels.named("auto").name()).isEqualTo(module ? "vector" : "plain");
  }

  private Kernels choose(String wanted) {
    return new KernelsChoice(List.of(plain, wrong, absent)).choose(wanted);
  }
}
