package vn.qppl.appraisal;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.qppl.Eventually;

/** The sample's dossiers are made by the queue after the start: a test that looks at them waits for the last. */
public final class SampleDossiersMade {
    private SampleDossiersMade() {}

    public static void eventually(JdbcClient jdbc) {
        Eventually.eventually(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name = 'sample-dossier'")
                        .query(Integer.class)
                        .single()
                == 0);
    }

    /** @param number of the sample's list, from 0 */
    public static long id(JdbcClient jdbc, int number) {
        return jdbc.sql("select id from dossier where title = ?")
                .param(SampleDossiers.ALL.get(number).title())
                .query(Long.class)
                .single();
    }

    public static String title(int number) {
        return SampleDossiers.ALL.get(number).title();
    }
}
