package io.fengsui.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The walls of the house: who may know whom. */
@AnalyzeClasses(packages = "io.fengsui", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_have_no_cycles = slices().matching("io.fengsui.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_crawler_knows_nobody = noClasses().that().resideInAPackage("io.fengsui.crawler..")
      .should().dependOnClassesThat().resideInAnyPackage("io.fengsui.indexer..", "io.fengsui.portal..");

  @ArchTest
  static final ArchRule the_indexer_does_not_know_the_portal = noClasses().that()
      .resideInAPackage("io.fengsui.indexer..")
      .should().dependOnClassesThat().resideInAPackage("io.fengsui.portal..");

  @ArchTest
  static final ArchRule spring_lives_in_the_portal = noClasses().that()
      .resideOutsideOfPackage("io.fengsui.portal..")
      .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "reactor..");

  @ArchTest
  static final ArchRule the_elasticsearch_client_lives_in_the_indexer = noClasses().that()
      .resideOutsideOfPackage("io.fengsui.indexer..")
      .should().dependOnClassesThat().resideInAPackage("co.elastic.clients..");

  @ArchTest
  static final ArchRule beans_are_made_in_wiring_alone = noClasses().that()
      .resideOutsideOfPackage("io.fengsui.portal.wiring..")
      .should().dependOnClassesThat().haveFullyQualifiedName("org.springframework.context.annotation.Bean");

  @ArchTest
  static final ArchRule packages_are_nouns_of_the_domain = noClasses()
      .should().resideInAnyPackage("..util..", "..helper..", "..impl..", "..dto..", "..common..", "..manager..");

  @ArchTest
  static final ArchRule what_no_other_package_needs_is_package_private = classes().that().areTopLevelClasses()
      .and().haveModifier(JavaModifier.PUBLIC).and(areNotNeededByAFramework())
      .should(beUsedFromAnotherPackage());

  private static DescribedPredicate<JavaClass> areNotNeededByAFramework() {
    return DescribedPredicate.describe("are not needed by a framework",
        type -> !type.isAnnotatedWith("org.elasticsearch.plugin.NamedComponent")
            && !type.isAssignableTo("org.quartz.Job") && !type.isAssignableTo("org.quartz.utils.ConnectionProvider")
            && !type.isAssignableTo(Throwable.class) && !type.getSimpleName().equals("Launcher")
            && !type.getSimpleName().equals("PortalApplication") && !type.getSimpleName().equals("package-info"));
  }

  private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
    return new ArchCondition<>("be used from another package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean used = type.getPackage().getClassesInPackageTree().stream()
            .filter(part -> part.getName().equals(type.getName()) || part.getName().startsWith(type.getName() + "$"))
            .flatMap(part -> part.getDirectDependenciesToSelf().stream())
            .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
        events
            .add(new SimpleConditionEvent(type, used, type.getName() + " is public and used by its own package only"));
      }
    };
  }
}
