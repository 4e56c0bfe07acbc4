namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>
/// What two files say together: the rules of the Compose Specification (13-merge.md) and of compose-go (override/merge.go, override/uncity.go, and
/// their tests).
/// </summary>
public sealed class ComposeMergeTests
{
    [Theory]
    [InlineData("{ runtime: runsc }", "{ runtime: runc }", "{runtime: runc}")]
    [InlineData("{ runtime: runsc }", "{ image: a }", "{image: a, runtime: runsc}")]
    [InlineData("{ runtime: runsc }", "{ runtime: null }", "{runtime: runsc}")]
    [InlineData("{ runtime: runsc }", "{ runtime: }", "{runtime: runsc}")]
    [InlineData("{ runtime: runsc }", "{ runtime: '' }", "{runtime: }")]
    [InlineData("{ runtime: runsc, image: a }", "{ runtime: !reset null }", "{image: a}")]
    [InlineData("{ runtime: runsc, image: a }", "{ runtime: !reset }", "{image: a}")]
    [InlineData("{ privileged: true }", "{ privileged: !override false }", "{privileged: false}")]
    [InlineData("{ cap_add: [A, B] }", "{ cap_add: [C, A] }", "{cap_add: [A, B, C]}")]
    [InlineData("{ cap_add: [A, B] }", "{ cap_add: !override [C] }", "{cap_add: [C]}")]
    [InlineData("{ cap_add: [A, B], image: a }", "{ cap_add: !reset [] }", "{image: a}")]
    [InlineData("{ cap_add: null }", "{ cap_add: [A] }", "{cap_add: [A]}")]
    [InlineData("{ security_opt: ['seccomp:unconfined'] }", "{ security_opt: ['seccomp:unconfined', 'no-new-privileges'] }", "{security_opt: [seccomp:unconfined, seccomp:unconfined, no-new-privileges]}")]
    [InlineData("{ command: [a, b] }", "{ command: [c] }", "{command: [c]}")]
    [InlineData("{ entrypoint: a }", "{ entrypoint: [c] }", "{entrypoint: [c]}")]
    [InlineData("{ healthcheck: { test: [CMD, a], retries: 1 } }", "{ healthcheck: { test: [CMD, b] } }", "{healthcheck: {retries: 1, test: [CMD, b]}}")]
    [InlineData("{ volumes: ['/a:/x', '/b:/y'] }", "{ volumes: ['/c:/x:ro'] }", "{volumes: [/c:/x:ro, /b:/y]}")]
    [InlineData("{ volumes: ['/a:/x'] }", "{ volumes: [{ type: tmpfs, target: /x }] }", "{volumes: [{target: /x, type: tmpfs}]}")]
    [InlineData("{ volumes: ['C:\\a:C:\\x'] }", "{ volumes: ['D:\\b:C:\\x'] }", "{volumes: [D:\\b:C:\\x]}")]
    [InlineData("{ devices: ['/dev/a:/dev/x:r'] }", "{ devices: ['/dev/b:/dev/x'] }", "{devices: [/dev/b:/dev/x]}")]
    [InlineData("{ labels: { a: 1, b: 2 } }", "{ labels: { b: 3 } }", "{labels: {a: 1, b: 3}}")]
    [InlineData("{ labels: [a=1, b=2] }", "{ labels: [b=3] }", "{labels: [a=1, b=3]}")]
    [InlineData("{ labels: { a: 1, b: 2 } }", "{ labels: [b=3] }", "{labels: [a=1, b=3]}")]
    [InlineData("{ labels: [b=2] }", "{ labels: { b: 3 } }", "{labels: [b=3]}")]
    [InlineData("{ environment: [A=1, B] }", "{ environment: [A=2] }", "{environment: [A=2, B]}")]
    [InlineData("{ tmpfs: /a }", "{ tmpfs: [/b] }", "{tmpfs: [/a, /b]}")]
    [InlineData("{ networks: [a] }", "{ networks: { b: { aliases: [x] } } }", "{networks: {b: {aliases: [x]}}}")]
    [InlineData("{ build: . }", "{ build: { dockerfile: x } }", "{build: {context: ., dockerfile: x}}")]
    [InlineData("{ build: { context: a, args: { A: 1 } } }", "{ build: { args: [B=2] } }", "{build: {args: [A=1, B=2], context: a}}")]
    [InlineData("{ logging: { driver: a, options: { x: 1 } } }", "{ logging: { driver: b, options: { y: 1 } } }", "{logging: {driver: b, options: {y: 1}}}")]
    [InlineData("{ logging: { driver: a, options: { x: 1 } } }", "{ logging: { options: { y: 1 } } }", "{logging: {driver: a, options: {x: 1, y: 1}}}")]
    [InlineData("{ ulimits: { nofile: 1, nproc: { soft: 1, hard: 2 } } }", "{ ulimits: { nofile: { soft: 3 }, nproc: { hard: 4 } } }", "{ulimits: {nofile: {soft: 3}, nproc: {hard: 4, soft: 1}}}")]
    [InlineData("{ deploy: { resources: { limits: { cpus: 1 } } } }", "{ deploy: { resources: { limits: { cpus: 2, pids: 3 } } } }", "{deploy: {resources: {limits: {cpus: 2, pids: 3}}}}")]
    [InlineData("{ deploy: { replicas: 1, mode: x } }", "{ deploy: { mode: !reset null } }", "{deploy: {replicas: 1}}")]
    public void Two_files_say_one_thing(string first, string second, string expected) => Assert.Equal(
        expected,
        new ComposeRun().Add("compose.yaml", $"services:\n  web: {first}\n").Add("compose.override.yaml", $"services:\n  web: {second}\n").Service("web", "compose.yaml", "compose.override.yaml"));

    /// <summary>A file alone: merge keys, and tags without anything to act on.</summary>
    [Theory]
    [InlineData("x-a: &a { runtime: runsc, init: true }\nservices:\n  web: { <<: *a, runtime: runc }\n", "{init: true, runtime: runc}")]

    // What a mapping says itself wins wherever the merge key stands.
    [InlineData("x-a: &a { runtime: runsc, init: true }\nservices:\n  web: { runtime: runc, <<: *a }\n", "{init: true, runtime: runc}")]
    [InlineData("x-a: &a { runtime: a }\nx-b: &b { runtime: b, init: true }\nservices:\n  web: { <<: [*a, *b] }\n", "{init: true, runtime: a}")]
    [InlineData("x-caps: &c [A, B]\nservices:\n  web: { cap_add: *c }\n", "{cap_add: [A, B]}")]
    [InlineData("services:\n  base: &b { runtime: runsc }\n  web: *b\n", "{runtime: runsc}")]
    [InlineData("services:\n  web: { runtime: !reset runsc, image: a }\n", "{image: a}")]
    [InlineData("services:\n  web: { privileged: !override true }\n", "{privileged: true}")]
    [InlineData("services:\n  web: { image: a }\n---\nservices:\n  web: { runtime: b }\n", "{image: a, runtime: b}")]
    public void One_file_says_one_thing(string text, string expected) => Assert.Equal(expected, new ComposeRun().Add("compose.yaml", text).Service("web", "compose.yaml"));

    [Fact]
    public void A_service_can_be_taken_back() => Assert.Empty(
        new ComposeRun().Add("compose.yaml", "services:\n  web: { image: a }\n  db: { image: b }\n").Add("compose.override.yaml", "services:\n  web: !reset null\n").Service("web", "compose.yaml", "compose.override.yaml"));
}
