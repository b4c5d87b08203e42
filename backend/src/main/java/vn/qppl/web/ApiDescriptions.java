package vn.qppl.web;

import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiDescriptions {
    /** The public contract, at {@code /v3/api-docs}. */
    @Bean
    GroupedOpenApi describedPublicApi() {
        return GroupedOpenApi.builder()
                .group("public")
                .pathsToMatch("/api/public/**")
                .build();
    }

    /** Everything the workspace may call, at {@code /v3/api-docs/workspace}: for people who have signed in. */
    @Bean
    GroupedOpenApi describedWorkspaceApi() {
        return GroupedOpenApi.builder()
                .group("workspace")
                .pathsToMatch("/api/**")
                .build();
    }
}
