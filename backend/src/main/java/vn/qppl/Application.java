package vn.qppl;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import vn.qppl.database.DatabaseSetup;

/** QPPL: the life of a province's normative legal documents. */
@SpringBootApplication
@Modulithic(
        systemName = "QPPL",
        sharedModules = {"web", "people", "audit"})
public class Application {
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        var application = new SpringApplication(Application.class);
        application.addInitializers(new DatabaseSetup());
        application.run(args);
    }
}
