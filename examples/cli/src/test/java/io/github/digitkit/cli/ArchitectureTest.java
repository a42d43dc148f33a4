package io.github.digitkit.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md, checked on the classes of all modules. */
class ArchitectureTest {
  private static final String ROOT = "io.github.digitkit.";
  private static final String KERNEL = ROOT + "nn.kernel";
  private static final String[] LIBRARIES = {
    ROOT + "mnist..", ROOT + "nn..", ROOT + "train..", ROOT + "recognizer.."
  };
  private static final String[] KERNEL_IMPLEMENTATIONS = {
    KERNEL + ".plain..", KERNEL + ".ejml..", KERNEL + ".vector.."
  };

  private static JavaClasses all;

  @BeforeAll
  static void readClasses() {
    all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.digitkit");
  }

  @Test
  void mnistIoDependsOnNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "mnist..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "nn..",
            ROOT + "train..",
            ROOT + "recognizer..",
            ROOT + "benchmarks..",
            ROOT + "cli..",
            ROOT + "web..")
        .check(all);
  }

  @Test
  void theEngineDependsOnNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "nn..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "mnist..",
            ROOT + "train..",
            ROOT + "recognizer..",
            ROOT + "benchmarks..",
            ROOT + "cli..",
            ROOT + "web..")
        .check(all);
  }

  @Test
  void trainingKnowsTheEngineAndTheDataOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "train..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "recognizer..", ROOT + "benchmarks..", ROOT + "cli..", ROOT + "web..")
        .check(all);
  }

  @Test
  void theRecognizerKnowsTheEngineOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "recognizer..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "mnist..",
            ROOT + "train..",
            ROOT + "benchmarks..",
            ROOT + "cli..",
            ROOT + "web..")
        .check(all);
  }

  @Test
  void insideTheEngineModelsKnowLayersAndLayersKnowOnlyTheKernelInterface() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "nn.layer..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(KERNEL_IMPLEMENTATIONS)
        .check(all);
    noClasses()
        .that()
        .resideInAPackage(KERNEL + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "nn", ROOT + "nn.layer..")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "nn.layer..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "nn")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "nn.tensor..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "nn", ROOT + "nn.layer..", KERNEL + "..")
        .check(all);
  }

  @Test
  void ejmlAndVectorTypesStayInsideTheirKernels() {
    classes()
        .that()
        .resideOutsideOfPackages(KERNEL + ".ejml..", KERNEL + ".vector..")
        .should(
            ForeignTypes.notBePublished("org.ejml.", "jdk.incubator.vector.")
                .except("Tensor.matrix"))
        .check(all);
  }

  @Test
  void desktopClassesAreForDecodingPicturesAndForPrograms() {
    noClasses()
        .that(
            resideInAnyPackage(LIBRARIES)
                .and(not(resideInAnyPackage(ROOT + "recognizer.image..")))
                // The facade takes a BufferedImage and hands it to the decoder.
                .and(not(name(ROOT + "recognizer.DigitRecognizer"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..")
        .check(all);
  }

  @Test
  void librariesNeverPrint() {
    noClasses()
        .that()
        .resideInAnyPackage(LIBRARIES)
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(all);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.github.digitkit.(**)").should().beFreeOfCycles().check(all);
  }
}
