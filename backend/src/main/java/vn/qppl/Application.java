package vn.qppl;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** QPPL: the life of a province's normative legal documents. */
@SpringBootApplication
@Modulithic(
        systemName = "QPPL",
        sharedModules = {"web", "people", "audit"})
public class Application {
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
