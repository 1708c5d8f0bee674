package org.collegium.partners.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.H1;
import org.collegium.FullApplicationTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("view")
@FullApplicationTest
class MembersViewTests extends SpringBrowserlessTest {

    @Test
    void anybodySeesTheMembers() {
        navigate(MembersView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("Members");
    }
}
