package vn.qppl;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void modulesUseOnlyWhatTheyName() {
        ApplicationModules.of(Application.class).verify();
    }
}
