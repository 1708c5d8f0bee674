package org.collegium.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.Role;
import org.collegium.identity.WithAccount;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("view")
@FullApplicationTest
class IdentityViewsTests extends ViewTest {

    private static final String FORBIDDEN = "Not open to you";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Access access;

    @Test
    @WithAccount
    void aPersonChangesTheirName() {
        navigate(AccountView.class);

        test(field(TextField.class, "Your name")).setValue("Ada Lind-Korhonen");
        test(button("Save")).click();

        assertThat(accounts.find(me()))
                .hasValueSatisfying(account -> assertThat(account.name()).isEqualTo("Ada Lind-Korhonen"));
    }

    @Test
    @WithAccount
    void anEmptyNameIsToldAtItsField() {
        navigate(AccountView.class);

        TextField name = field(TextField.class, "Your name");
        test(name).setValue(" ");
        test(button("Save")).click();

        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).startsWith("Write the name");
    }

    @Test
    @WithAccount
    void theCurrentPasswordIsNeededForANewOne() {
        navigate(AccountView.class);
        PasswordField wanted = field(PasswordField.class, "New password");
        PasswordField current = find(PasswordField.class)
                .all()
                .get(find(PasswordField.class).all().indexOf(wanted) - 1);

        test(current).setValue("not the password");
        test(wanted).setValue("eight herons over the weir");
        test(button("Change the password")).click();
        assertThat(current.isInvalid()).isTrue();
        assertThat(wanted.getValue()).isEqualTo("eight herons over the weir");

        test(current).setValue(IdentityFixtures.PASSWORD);
        test(wanted).setValue("short");
        test(button("Change the password")).click();
        assertThat(current.isInvalid()).isFalse();
        assertThat(wanted.getErrorMessage()).contains("at least 10 characters");

        test(wanted).setValue("eight herons over the weir");
        test(button("Change the password")).click();
        assertThat(wanted.isInvalid()).isFalse();
        assertThat(wanted.getValue()).isEmpty();
    }

    @Test
    @WithAccount
    void whatIsNoAddressIsToldAtItsFieldAndStays() {
        navigate(AccountView.class);
        EmailField wanted = field(EmailField.class, "New e-mail address");
        PasswordField current = find(PasswordField.class).all().getFirst();

        wanted.setValue("ada at example");
        test(current).setValue(IdentityFixtures.PASSWORD);
        test(button("Change the address")).click();

        assertThat(wanted.isInvalid()).isTrue();
        assertThat(wanted.getErrorMessage()).contains("is not an e-mail address");
        assertThat(wanted.getValue()).isEqualTo("ada at example");
    }

    @Test
    @WithAccount
    void aWrongPasswordIsToldAtItsFieldAndTheNewAddressStays() {
        navigate(AccountView.class);
        EmailField wanted = field(EmailField.class, "New e-mail address");
        PasswordField current = find(PasswordField.class).all().getFirst();

        test(wanted).setValue("ada.lind@example.org");
        test(current).setValue("not the password");
        for (int attempt = 0; attempt < 6; attempt++) {
            test(button("Change the address")).click();
            assertThat(current.isInvalid()).isTrue();
            assertThat(wanted.isInvalid()).isFalse();
            assertThat(wanted.getValue()).isEqualTo("ada.lind@example.org");
        }

        assertThat(current.getErrorMessage()).startsWith("Too many attempts");
    }

    @Test
    @WithAccount
    void aLearnerDoesNotSeePeople() {
        assertThat(headingAt("operations/people")).isEqualTo(FORBIDDEN);
        assertThat(headingAt("operations/people/" + me())).isEqualTo(FORBIDDEN);
    }

    @Test
    @WithAccount(Role.REGISTRAR)
    void aRegistrarDoesNotGiveRoles() {
        assertThat(headingAt("operations/people")).isEqualTo(FORBIDDEN);
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void anOperatorFindsAPersonAndTheAddressHoldsTheSearch() {
        String word = "W" + UUID.randomUUID().toString().substring(0, 8);
        accounts.open(
                IdentityFixtures.person("Noor " + word, UUID.randomUUID() + "@example.org"), Set.of(Role.REGISTRAR));

        navigate(PeopleView.class, Map.of());
        test(field(TextField.class, "Name or e-mail address")).setValue(word);

        assertThat(find(Paragraph.class).withText("One person").exists()).isTrue();
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void anOperatorGivesAndTakesARole() {
        AccountId noor =
                accounts.open(IdentityFixtures.person("Noor Haddad", UUID.randomUUID() + "@example.org"), Set.of());

        navigate(PersonView.class, Map.of("account", noor.toString()));
        assertThat(find(H1.class).single().getText()).isEqualTo("Noor Haddad");
        Checkbox registrar = find(Checkbox.class)
                .withCondition(box -> "Registrar".equals(box.getLabel()))
                .single();
        test(registrar).click();
        assertThat(accounts.roles(noor)).contains(Role.REGISTRAR);

        test(registrar).click();
        assertThat(accounts.roles(noor)).doesNotContain(Role.REGISTRAR);
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void anOperatorCannotLockThemselvesOut() {
        navigate(PersonView.class, Map.of("account", me().toString()));

        assertThat(find(Checkbox.class)
                        .withCondition(box -> "Operator".equals(box.getLabel()))
                        .single()
                        .isReadOnly())
                .isTrue();
        assertThat(find(Button.class).withText("Erase the account").exists()).isFalse();
    }

    private String headingAt(String place) {
        UI.getCurrent().navigate(place);
        return find(H1.class).single().getText();
    }

    private AccountId me() {
        return access.current().orElseThrow().account();
    }
}
