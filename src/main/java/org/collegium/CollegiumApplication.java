package org.collegium;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.theme.aura.Aura;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.collegium.operations.ExportCommand;
import org.collegium.operations.ImportCommand;
import org.collegium.shared.FreePort;
import org.collegium.shared.PlatformClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** Starts the platform. The components that it names are in every view: parts of activities come into views that do not know them. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Collegium", sharedModules = "shared")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("site/site.css")
@StyleSheet("styles/aura.css")
@Uses(BigDecimalField.class)
@Uses(Button.class)
@Uses(Checkbox.class)
@Uses(CheckboxGroup.class)
@Uses(ComboBox.class)
@Uses(Dialog.class)
@Uses(Notification.class)
@Uses(IntegerField.class)
@Uses(NumberField.class)
@Uses(ProgressBar.class)
@Uses(RadioButtonGroup.class)
@Uses(Select.class)
@Uses(SvgIcon.class)
@Uses(TextArea.class)
@Uses(TextField.class)
@Uses(Upload.class)
public class CollegiumApplication implements AppShellConfigurator {

    public static void main(String[] arguments) {
        keepUtc();
        List<String> given = List.of(arguments);
        if (!given.isEmpty() && given.getFirst().equals("import")) {
            System.exit(ImportCommand.run(CollegiumApplication.class, given.subList(1, given.size())));
        }
        if (!given.isEmpty() && given.getFirst().equals("export")) {
            System.exit(ExportCommand.run(CollegiumApplication.class, given.subList(1, given.size())));
        }
        try {
            SpringApplication application = new SpringApplication(CollegiumApplication.class);
            application.setDefaultProperties(Map.of(FreePort.WANTED, true));
            application.run(arguments);
        } catch (RuntimeException | Error failure) {
            // Reported already; the embedded server's threads would keep the process alive.
            System.exit(1);
        }
    }

    /** Times in the database are UTC, but its driver takes them for times of this process (decision 65). */
    private static void keepUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    /** The one source of time; tests replace it. */
    @Bean
    Clock clock() {
        return new PlatformClock();
    }
}
