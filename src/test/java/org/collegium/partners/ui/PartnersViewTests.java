package org.collegium.partners.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.identity.Role;
import org.collegium.identity.WithAccount;
import org.collegium.partners.PartnerKind;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersFixtures;
import org.collegium.shared.Slug;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("view")
@FullApplicationTest
@WithAccount(Role.REGISTRAR)
class PartnersViewTests extends ViewTest {

    @Autowired
    private Partners partners;

    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @SuppressWarnings("unchecked")
    void aRegistrarAdmitsAPartnerAndGoesOnToItsPeople() {
        UI.getCurrent().navigate(PartnersNavigation.PARTNERS);
        pressInFront("Admit a partner");

        type("Name", "École " + word);
        assertThat(field(TextField.class, "Key").getValue()).isEqualTo("ecole-" + word);
        type("Short name", "EW");
        ((Select<PartnerKind>) find(Select.class).single()).setValue(PartnerKind.UNIVERSITY);
        ((ComboBox<String>) find(ComboBox.class).single()).setValue("FR");
        pressInFront("Admit a partner");

        assertThat(partners.find(new Slug("ecole-" + word))).hasValueSatisfying(partner -> {
            assertThat(partner.data().name()).isEqualTo("École " + word);
            assertThat(partner.data().country()).isEqualTo("FR");
            assertThat(partner.data().homepage()).isNull();
        });
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("/partners/ecole-" + word, "/studio/organisation/ecole-" + word);
    }

    @Test
    void theListIsSearchedAndComesInPages() {
        for (int number = 10; number < 40; number++) {
            partners.admit(PartnersFixtures.named(word + " " + number));
        }
        UI.getCurrent().navigate(PartnersNavigation.PARTNERS, QueryParameters.of("q", word));

        assertThat(find(NativeTable.class).single().getBody().getRowCount()).isEqualTo(25);
        assertThat(texts()).contains("30 partners", "Page 1 of 2");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("/" + PartnersNavigation.PARTNERS + "?q=" + word + "&page=2");

        UI.getCurrent().navigate(PartnersNavigation.PARTNERS, QueryParameters.simple(Map.of("q", word, "page", "2")));
        assertThat(find(NativeTable.class).single().getBody().getRowCount()).isEqualTo(5);

        UI.getCurrent().navigate(PartnersNavigation.PARTNERS, QueryParameters.simple(Map.of("q", word, "page", "99")));
        assertThat(texts()).as("behind the last page").contains("Page 2 of 2");

        test(field(TextField.class, "Name or key")).setValue(word + "-17");
        assertThat(find(NativeTable.class).single().getBody().getRowCount()).isEqualTo(1);

        test(field(TextField.class, "Name or key")).setValue(word + " nothing");
        assertThat(texts()).contains("No partner is called that");
    }

    @Test
    @SuppressWarnings("unchecked")
    void eachFaultIsToldAtItsFieldAndWhatWasTypedStays() {
        UI.getCurrent().navigate(PartnersNavigation.PARTNERS);
        pressInFront("Admit a partner");

        type("Homepage", "javascript:alert(1)");
        type("Colour", "green");
        pressInFront("Admit a partner");
        assertThat(field(TextField.class, "Homepage").isInvalid()).isTrue();
        assertThat(field(TextField.class, "Colour").isInvalid()).isTrue();
        type("Homepage", "");
        type("Colour", "#114422");
        assertThat(field(TextField.class, "Name").getErrorMessage()).isEqualTo("Write the name of the organisation.");
        assertThat(field(TextField.class, "Key").getErrorMessage()).isEqualTo("Fill this in.");
        assertThat(field(TextField.class, "Short name").getErrorMessage()).isEqualTo("Write initials or a short form.");
        assertThat(find(Select.class).single().isInvalid()).isTrue();
        assertThat(find(ComboBox.class).single().isInvalid()).isTrue();
        type("Name", "École " + word);
        type("Key", "No Key");
        pressInFront("Admit a partner");
        assertThat(field(TextField.class, "Name").isInvalid()).isFalse();
        assertThat(field(TextField.class, "Key").getErrorMessage()).contains("lower-case letters");
        type("Key", word);
        pressInFront("Admit a partner");
        assertThat(find(Select.class).single().getErrorMessage()).contains("Choose what kind");
        ((Select<PartnerKind>) find(Select.class).single()).setValue(PartnerKind.COMPANY);
        pressInFront("Admit a partner");
        assertThat(find(ComboBox.class).single().getErrorMessage()).contains("Choose the country");
        ((ComboBox<String>) find(ComboBox.class).single()).setValue("FR");
        type("Short name", "EW");
        type("Homepage", "javascript:alert(1)");
        pressInFront("Admit a partner");
        assertThat(field(TextField.class, "Homepage").isInvalid()).isTrue();
        assertThat(field(TextField.class, "Homepage").getValue()).isEqualTo("javascript:alert(1)");
        type("Homepage", "x".repeat(10_000));
        pressInFront("Admit a partner");
        assertThat(field(TextField.class, "Homepage").getErrorMessage())
                .contains("at most 500 characters")
                .hasSizeLessThan(200);
        assertThat(field(TextField.class, "Homepage").getValue()).hasSize(10_000);
        type("Homepage", "https://example.org");
        type("Colour", "green");
        pressInFront("Admit a partner");
        assertThat(field(TextField.class, "Colour").getErrorMessage()).contains("#rrggbb");
        type("Colour", "#114422");
        pressInFront("Admit a partner");
        assertThat(partners.find(new Slug(word))).isPresent();

        pressInFront("Admit a partner");
        type("Name", "Another");
        type("Key", word);
        type("Short name", "A");
        ((Select<PartnerKind>) find(Select.class).single()).setValue(PartnerKind.COMPANY);
        ((ComboBox<String>) find(ComboBox.class).single()).setValue("FR");
        pressInFront("Admit a partner");
        assertThat(field(TextField.class, "Key").getErrorMessage()).contains("already");
    }

    private String texts() {
        return find(PartnersView.class).single().getElement().getTextRecursively();
    }

    private void type(String label, String text) {
        test(field(TextField.class, label)).setValue(text);
    }
}
