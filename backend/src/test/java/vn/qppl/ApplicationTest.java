package vn.qppl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.qppl.database.DatabaseSetup;

/**
 * A test against the whole application on a real, freshly migrated database. All such tests share one context and one server: annotate
 * nothing that would make Spring build another. Each test makes the rows it needs and expects those of others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {DatabaseSetup.class, FreshDatabase.class})
@ActiveProfiles("test")
public @interface ApplicationTest {}
