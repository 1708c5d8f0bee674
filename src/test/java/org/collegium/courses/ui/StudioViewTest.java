package org.collegium.courses.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.partners.Partner;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A partner with somebody of its staff who looks at Studio. */
abstract class StudioViewTest extends SpringBrowserlessTest {

    static final String[] AUTHOR = {
        CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT, CoursesPermissions.PUBLISH, CoursesPermissions.RUNS
    };

    @Autowired
    ApplicationContext beans;

    Partner partner;

    @BeforeEach
    void anAuthorIsSignedIn() {
        partner = CoursesFixtures.partner(beans);
        signIn(partner, AUTHOR);
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    /** Holds permissions for a partner. */
    static void signIn(Partner of, String... permissions) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(),
                Arrays.stream(permissions)
                        .map(permission -> permission + "@" + of.id())
                        .toArray(String[]::new)));
    }

    /** Holds permissions for the platform. */
    static void signInEverywhere(String... permissions) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(AccountId.next(), permissions));
    }

    CourseId draft(String key, String licence, String quiz) {
        return CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata(key, "A first course", licence), CoursesFixtures.LESSON, quiz));
    }

    <V extends Component> V open(Class<V> view, CourseId course) {
        return navigate(view, Map.of("course", course.toString()));
    }

    String heading() {
        return find(H1.class).single().getText();
    }

    List<String> links() {
        return Stream.concat(
                        find(Anchor.class).all().stream().map(Anchor::getHref),
                        markup().flatMap(html -> html.select("a[href]").eachAttr("href").stream()))
                .toList();
    }

    /** Everything that can be read on the page and in its dialogs. */
    String page() {
        return Stream.concat(
                        find(Component.class).all().stream()
                                .map(component -> component.getElement().getText()),
                        markup().map(org.jsoup.nodes.Element::wholeText))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** What is written as text and has no components. */
    private Stream<org.jsoup.nodes.Element> markup() {
        return find(Component.class).all().stream()
                .map(component -> component.getElement().getProperty("innerHTML"))
                .filter(Objects::nonNull)
                .map(html -> Jsoup.parseBodyFragment(html).body());
    }

    /** Goes to an address, query included. */
    static void go(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    void press(String label) {
        Stream<Component> buttons =
                Stream.concat(find(Button.class).all().stream(), find(NativeButton.class).all().stream());
        Component button = buttons.filter(found -> textOf(found.getElement()).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label + " in: " + page()));
        if (button instanceof Button vaadin) {
            test(vaadin).click();
        } else {
            test((NativeButton) button).click();
        }
    }

    <T extends Component & HasLabel> T field(Class<T> type, String label) {
        return find(type).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field " + label));
    }

    private static String textOf(Element element) {
        return element.getTextRecursively().strip();
    }
}
