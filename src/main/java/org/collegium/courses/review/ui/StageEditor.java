package org.collegium.courses.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.collegium.courses.review.ReviewBody;
import org.collegium.courses.review.ReviewRules;
import org.collegium.courses.review.StageRule;
import org.collegium.courses.review.StageRule.Kind;
import org.collegium.identity.Role;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/** Stages as fields: who is asked, how many must approve, whether votes are taken; they are added and taken out. */
final class StageEditor extends Div {

    private final transient Partners partners;
    private final transient List<ReviewBody> bodies;
    private final boolean everybodys;
    private final List<Line> lines = new ArrayList<>();
    private final Div shown = new Div();

    /** @param everybodys whether they hold for every partner, so that none names one */
    StageEditor(Partners partners, List<ReviewBody> bodies, boolean everybodys, List<StageRule> stages) {
        this.partners = partners;
        this.bodies = bodies;
        this.everybodys = everybodys;
        shown.addClassName("c-studio-form");
        stages.forEach(stage -> lines.add(new Line(stage)));
        Button add = new Button(getTranslation("courses.review.stages.add"), Glyph.PLUS.create(), click -> {
            if (lines.size() < ReviewRules.MOST) {
                lines.add(new Line(StageRule.OWN_REVIEWER));
                show();
            }
        });
        addClassName("c-studio-stack");
        add(shown, add);
        show();
    }

    private void show() {
        shown.removeAll();
        int number = 0;
        for (Line line : lines) {
            number++;
            line.title.setText(getTranslation("courses.review.stages.number", number));
            line.remove.setAriaLabel(getTranslation("courses.review.stages.remove.number", number));
            shown.add(line);
        }
    }

    /**
     * What was chosen.
     *
     * @throws RuleViolation when something of it is not right
     */
    List<StageRule> stages() {
        return lines.stream().map(Line::rule).toList();
    }

    private final class Line extends Div {

        private final H3 title = new H3();
        private final Select<Kind> kind = new Select<>();
        private final PartnerField partner = new PartnerField(getTranslation("courses.review.stage.partner"), partners);
        private final Select<ReviewBody> body = new Select<>();
        private final Select<Role> role = new Select<>();
        private final IntegerField quorum = new IntegerField(getTranslation("courses.review.stage.quorum.label"));
        private final Checkbox voted = new Checkbox(getTranslation("courses.review.stage.voted"));
        private final Button remove;

        Line(StageRule rule) {
            addClassName("c-review-stage");
            kind.setLabel(getTranslation("courses.review.stage.kind"));
            kind.setItems(Arrays.stream(Kind.values())
                    .filter(one -> !everybodys || one != Kind.PARTNER)
                    .filter(one -> one != Kind.BODY || !bodies.isEmpty() || rule.kind() == Kind.BODY)
                    .toList());
            kind.setItemLabelGenerator(one -> getTranslation("courses.review.stage.kind." + one.name()));
            body.setLabel(getTranslation("courses.review.stage.body"));
            body.setItems(bodies);
            body.setItemLabelGenerator(ReviewBody::name);
            role.setLabel(getTranslation("courses.review.stage.role.label"));
            role.setItems(Arrays.stream(Role.values()).filter(Role::ofPartner).toList());
            role.setItemLabelGenerator(one -> getTranslation("courses.review.stage.people." + one.name()));
            quorum.setMin(1);
            quorum.setMax(StageRule.MOST);
            quorum.setStepButtonsVisible(true);
            remove = new Button(getTranslation("courses.review.stages.remove"), Glyph.TRASH_2.create(), click -> {
                lines.remove(this);
                StageEditor.this.show();
            });
            remove.addThemeNames("tertiary");
            kind.addValueChangeListener(change -> fit());
            put(rule);
            Div fields = new Div(kind, partner, body, role, quorum, voted);
            fields.addClassName("c-filters");
            Div head = new Div(title, remove);
            head.addClassName("c-studio-actions");
            add(head, fields);
        }

        private void put(StageRule rule) {
            kind.setValue(rule.kind());
            role.setValue(rule.role());
            quorum.setValue(rule.quorum());
            voted.setValue(rule.voted());
            UUID id = rule.id();
            if (id != null) {
                partners.find(new PartnerId(id)).ifPresent(partner::setValue);
                bodies.stream().filter(one -> one.id().equals(id)).findFirst().ifPresent(body::setValue);
            }
            fit();
        }

        private void fit() {
            partner.setVisible(kind.getValue() == Kind.PARTNER);
            body.setVisible(kind.getValue() == Kind.BODY);
            role.setVisible(kind.getValue() != Kind.BODY);
        }

        StageRule rule() {
            return new StageRule(
                    kind.getValue(),
                    id(),
                    kind.getValue() == Kind.BODY ? Role.REVIEWER : role.getValue(),
                    Objects.requireNonNullElse(quorum.getValue(), 0),
                    voted.getValue());
        }

        private @Nullable UUID id() {
            Partner other = partner.getValue();
            ReviewBody of = body.getValue();
            return switch (kind.getValue()) {
                case OWN -> null;
                case PARTNER -> other == null ? null : other.id().value();
                case BODY -> of == null ? null : of.id();
            };
        }
    }
}
