package io.github.digitkit.cli;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The condition that no public or protected member names a type of somebody else's library. */
final class ForeignTypes extends ArchCondition<JavaClass> {
  private final List<String> prefixes;
  private final Set<String> allowed;

  private ForeignTypes(List<String> prefixes, Set<String> allowed) {
    super("publish no type of " + prefixes + " except in " + allowed);
    this.prefixes = prefixes;
    this.allowed = allowed;
  }

  static ForeignTypes notBePublished(String... prefixes) {
    return new ForeignTypes(List.of(prefixes), Set.of());
  }

  /** The same condition with members, as {@code Type.member}, that may break it. */
  ForeignTypes except(String... members) {
    return new ForeignTypes(prefixes, Set.of(members));
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaMember member : type.getMembers()) {
      String name = type.getSimpleName() + "." + member.getName();
      if (!isPublished(member) || allowed.contains(name)) {
        continue;
      }
      for (JavaClass used : signature(member)) {
        if (prefixes.stream().anyMatch(used.getBaseComponentType().getName()::startsWith)) {
          events.add(SimpleConditionEvent.violated(type, name + " publishes " + used.getName()));
        }
      }
    }
  }

  private static boolean isPublished(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static List<JavaClass> signature(JavaMember member) {
    List<JavaClass> types = new ArrayList<>();
    if (member instanceof JavaField field) {
      types.addAll(field.getType().getAllInvolvedRawTypes());
    }
    if (member instanceof JavaCodeUnit unit) {
      types.addAll(unit.getReturnType().getAllInvolvedRawTypes());
      unit.getParameterTypes().forEach(type -> types.addAll(type.getAllInvolvedRawTypes()));
    }
    return types;
  }
}
