package org.collegium.partners.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.partners.PartnerData;
import org.collegium.partners.PartnerKind;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.collegium.shared.Slug;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** Asks for what is settled when a partner is admitted, and for what it may change later; a broken rule is told at its field. */
final class AdmitDialog extends Dialog {

    private static final String FIRST_COLOUR = "#225577";
    private static final int LONGEST_KEY = 64;
    private static final Slug ANY_KEY = new Slug("any");
    private static final String ANY_COUNTRY = "XX";

    private final transient Partners partners;
    private final transient Consumer<Slug> admitted;
    private final TextField name = new TextField(getTranslation("partners.admit.name"));
    private final TextField key = new TextField(getTranslation("partners.admit.key"));
    private final TextField shortName = new TextField(getTranslation("partners.profile.short-name"));
    private final Select<PartnerKind> kind = new Select<>();
    private final ComboBox<String> country = new ComboBox<>(getTranslation("partners.admit.country"));
    private final TextField homepage = new TextField(getTranslation("partners.profile.homepage"));
    private final TextField colour = new TextField(getTranslation("partners.colour"));
    private final TextArea description = new TextArea(getTranslation("partners.profile.description"));
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "partners.name", name,
            "shared.slug", key,
            "partners.slug", key,
            "partners.short-name", shortName,
            "partners.kind", kind,
            "partners.country", country,
            "partners.homepage", homepage,
            "partners.brand-colour", colour,
            "partners.description", description));
    private final transient KeptTyping typing;
    private boolean keyChosen;

    AdmitDialog(Partners partners, Consumer<Slug> admitted) {
        this.partners = partners;
        this.admitted = admitted;
        setHeaderTitle(getTranslation("partners.admit.title"));
        addClassName("c-dialog");
        describe();
        Div fields = new Div(name, key, shortName, kind, country, homepage, colour, description);
        fields.addClassName("org-admit");
        add(fields);
        typing = new KeptTyping(fields, "admit")
                .with("name", name)
                .with("key", key)
                .with("short-name", shortName)
                .with("kind", kind, PartnerKind::name, PartnerKind::valueOf)
                .with("country", country, code -> code)
                .with("homepage", homepage)
                .with("colour", colour)
                .with("description", description);
        Button admit = new Button(getTranslation("partners.admit.action"), click -> admit());
        admit.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(typing.cancel(this), admit);
    }

    private void describe() {
        name.setRequiredIndicatorVisible(true);
        name.addValueChangeListener(change -> suggestKey());
        key.setRequiredIndicatorVisible(true);
        key.setHelperText(getTranslation("partners.admit.key.help"));
        key.addValueChangeListener(change -> keyChosen |= change.isFromClient());
        shortName.setRequiredIndicatorVisible(true);
        shortName.setHelperText(getTranslation("partners.profile.short-name.help"));
        // Without the mark of required fields: Vaadin's select would put aria-required at a button, where it means
        // nothing.
        kind.setLabel(getTranslation("partners.admit.kind"));
        kind.setItems(PartnerKind.values());
        kind.setItemLabelGenerator(item -> getTranslation("partners.kind." + item));
        country.setItems(Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(this::countryName))
                .toList());
        country.setItemLabelGenerator(this::countryName);
        country.setRequiredIndicatorVisible(true);
        homepage.setHelperText(getTranslation("partners.admit.homepage.help"));
        colour.setValue(FIRST_COLOUR);
        colour.setHelperText(getTranslation("partners.colour.help"));
        description.setHelperText(getTranslation("partners.profile.description.help"));
        name.setManualValidation(true);
        key.setManualValidation(true);
        shortName.setManualValidation(true);
        kind.setManualValidation(true);
        country.setManualValidation(true);
    }

    private String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(getLocale());
    }

    /** From the name, as long as nobody has chosen another. */
    private void suggestKey() {
        if (!keyChosen) {
            String plain = Normalizer.normalize(name.getValue(), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}+", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-");
            String suggested = plain.substring(0, Math.min(plain.length(), LONGEST_KEY));
            key.setValue(suggested.replaceAll("^-|-$", ""));
        }
    }

    private void admit() {
        boolean readable = faults.readable();
        try {
            check();
            if (!readable) {
                return;
            }
            partners.admit(data(slug(), kind.getValue(), country.getValue()));
            typing.forget();
            close();
            Toasts.show(getTranslation("partners.admit.done", name.getValue().strip()));
            admitted.accept(slug());
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }

    /** What nobody can be admitted without, in the order of the fields, and then whatever else is not well formed. */
    private void check() {
        new Rules()
                .that(!name.getValue().isBlank(), "partners.name.length", 0)
                .in(() -> slug())
                .that(!shortName.getValue().isBlank(), "partners.short-name.length", 0)
                .that(!kind.isEmpty(), "partners.kind.missing")
                .that(!country.isEmpty(), "partners.country.missing")
                .in(() -> data(
                        ANY_KEY,
                        kind.getOptionalValue().orElse(PartnerKind.COMPANY),
                        country.getOptionalValue().orElse(ANY_COUNTRY)))
                .hold();
    }

    private Slug slug() {
        return new Slug(key.getValue().strip());
    }

    private PartnerData data(Slug slug, PartnerKind ofKind, String in) {
        return new PartnerData(
                slug,
                name.getValue().strip(),
                shortName.getValue().strip(),
                ofKind,
                in,
                homepage.isEmpty() ? null : homepage.getValue().strip(),
                colour.getValue().strip(),
                description.getValue().strip());
    }
}
