package org.collegium;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.Unguarded;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

/** Every service and view of every module says who may use it; a new module is covered without a change here. */
@Tag("unit")
class PermissionMatrixTests {

    @Test
    void everyPublicMethodOfAServiceStatesItsPermission() {
        List<String> silent = services()
                .filter(service -> !service.isAnnotatedWith(Unguarded.class))
                .filter(service -> !service.isAnnotatedWith(PreAuthorize.class))
                .flatMap(service -> service.getMethods().stream())
                .filter(PermissionMatrixTests::isCallable)
                .filter(method -> !method.isAnnotatedWith(PreAuthorize.class))
                .map(JavaMethod::getFullName)
                .sorted()
                .toList();

        assertThat(silent)
                .as("methods of services without @PreAuthorize; state the permission, or say @Unguarded and why")
                .isEmpty();
    }

    @Test
    void thereAreServicesToLookAt() {
        assertThat(services().map(JavaClass::getSimpleName)).contains("Accounts", "Partners", "Mails");
        assertThat(views().map(JavaClass::getSimpleName)).contains("AccountView", "PeopleView");
    }

    @Test
    void viewsAndControllersDoNotCallUnguardedServices() {
        noClasses()
                .that()
                .resideInAPackage("..ui..")
                .or()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Unguarded.class)
                .check(OwnClasses.ALL);
    }

    @Test
    void everyViewStatesWhoMayOpenIt() {
        List<String> silent = views().filter(
                        view -> Stream.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class, DenyAll.class)
                                .noneMatch(view::isAnnotatedWith))
                .map(JavaClass::getName)
                .sorted()
                .toList();

        assertThat(silent)
                .as("views without @AnonymousAllowed, @PermitAll or @RolesAllowed; nobody could open them")
                .isEmpty();
    }

    @Test
    void aViewThatAsksForAPermissionIsNotOpenToStrangers() {
        List<String> contradictory = views().filter(view -> view.isAnnotatedWith(ViewPermission.class))
                .filter(view -> view.isAnnotatedWith(AnonymousAllowed.class))
                .map(JavaClass::getName)
                .toList();

        assertThat(contradictory).isEmpty();
    }

    @Test
    void everyPermissionThatIsAskedForIsGrantedToSomebody() {
        List<String> constants = OwnClasses.ALL.stream()
                .filter(type -> type.getSimpleName().endsWith("Permissions"))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(String.class))
                .map(field -> String.valueOf(value(field.reflect())))
                .toList();

        assertThat(constants).isNotEmpty().doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+:[a-z-]+"));
        views().filter(view -> view.isAnnotatedWith(ViewPermission.class))
                .forEach(view -> assertThat(constants)
                        .as(view.getName())
                        .contains(view.getAnnotationOfType(ViewPermission.class).value()));
    }

    private static Stream<JavaClass> services() {
        return OwnClasses.ALL.stream()
                .filter(type -> type.isAnnotatedWith(Service.class))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static Stream<JavaClass> views() {
        return OwnClasses.ALL.stream().filter(type -> type.isAnnotatedWith(Route.class));
    }

    private static boolean isCallable(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.getModifiers().contains(JavaModifier.BRIDGE);
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
