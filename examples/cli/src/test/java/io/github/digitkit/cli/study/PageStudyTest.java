package io.github.digitkit.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageStudyTest {
  @Test
  void whatBothTextsHoldInOrderCountsAsFound() {
    assertThat(PageStudy.longestCommon("12345", "12345")).isEqualTo(5);
    assertThat(PageStudy.longestCommon("12345", "9132459")).isEqualTo(4);
    assertThat(PageStudy.longestCommon("12345", "67890")).isZero();
    assertThat(PageStudy.longestCommon("12345", "")).isZero();
  }
}
