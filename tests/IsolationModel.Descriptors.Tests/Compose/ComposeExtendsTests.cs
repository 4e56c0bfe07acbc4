namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>Services that extend others (Compose Specification, 05-services.md; compose-go, loader/extends_test.go).</summary>
public sealed class ComposeExtendsTests
{
    [Theory]
    [InlineData("  base: { runtime: runsc, cap_add: [A] }\n  web: { extends: base, cap_add: [B] }\n", "{cap_add: [A, B], extends: base, runtime: runsc}")]
    [InlineData("  base: { runtime: runsc }\n  web: { extends: { service: base }, runtime: runc }\n", "{extends: {service: base}, runtime: runc}")]
    [InlineData("  a: { init: true }\n  b: { extends: a, tty: true }\n  web: { extends: b }\n", "{extends: b, init: true, tty: true}")]
    [InlineData("  base: { privileged: true, init: true }\n  web: { extends: base, privileged: !reset false }\n", "{extends: base, init: true}")]
    [InlineData("  base: { cap_add: [A, B] }\n  web: { extends: base, cap_add: !override [C] }\n", "{cap_add: [C], extends: base}")]
    [InlineData("  base: { runtime: runsc }\n  web: { extends: base, runtime: null }\n", "{extends: base, runtime: runsc}")]
    [InlineData("  web: { extends: { file: common.yml, service: base }, init: true }\n", "{extends: {file: common.yml, service: base}, init: true, runtime: kata, tty: true}")]
    [InlineData("  web: { extends: { file: ./sub/../common.yml, service: deep } }\n", "{extends: {file: ./sub/../common.yml, service: deep}, privileged: true}")]
    public void A_service_inherits(string services, string expected) => Assert.Equal(
        expected,
        new ComposeRun()
            .Add("shop/compose.yaml", "services:\n" + services)
            .Add("shop/.env", "RUNTIME=kata\n")
            .Add("shop/common.yml", "services:\n  base: { runtime: '${RUNTIME}', tty: true }\n  deep: { extends: { file: more/deep.yml, service: root } }\n")
            .Add("shop/more/deep.yml", "services:\n  root: { extends: other }\n  other: { privileged: true }\n")
            .Service("web", "shop/compose.yaml"));

    [Theory]
    [InlineData("  web: { extends: web }\n", "compose.yaml(2,19) ISM9012 web")]
    [InlineData("  web: { extends: { service: web, file: compose.yaml } }\n", "compose.yaml(2,30) ISM9012 web")]
    [InlineData("  a: { extends: b }\n  b: { extends: a }\n", "compose.yaml(3,17) ISM9012 a")]
    [InlineData("  web: { extends: bsae, image: a }\n  base: { image: a }\n", "compose.yaml(2,19) ISM9011 bsae")]
    [InlineData("  web: { extends: { file: common.yml, service: nothing } }\n", "compose.yaml(2,48) ISM9011 nothing")]
    public void What_Compose_refuses_is_told(string services, string expected) => Assert.Contains(
        expected,
        new ComposeRun().Add("compose.yaml", "services:\n" + services).Add("common.yml", "services:\n  base: { image: a }\n").Findings());

    [Fact]
    public void A_circle_of_extends_is_told_once_for_each_of_its_services() => Assert.Equal(
        ["compose.yaml(3,17) ISM9012 a"],
        new ComposeRun().Add("compose.yaml", "services:\n  a: { extends: b }\n  b: { extends: a }\n").Findings());

    [Fact]
    public void A_chain_without_end_is_not_followed()
    {
        var text = "services:\n" + string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"  s{i}: {{ image: a, extends: s{i + 1} }}\n")) + "  s5000: { image: a }\n";

        Assert.Equal(5_001, new ComposeRun().Add("compose.yaml", text).Workloads().Count);
    }

    [Fact]
    public void What_is_inherited_is_found_where_it_stands()
    {
        var run = new ComposeRun()
            .Add("compose.yaml", "services:\n  web:\n    extends:\n      file: common.yml\n      service: base\n    runtime: io.containerd.kata.v2\n")
            .Add("common.yml", "services:\n  base:\n    image: a\n    privileged: true\n");

        var finding = Assert.Single(run.Evaluate("untrusted-code").Findings, static finding => finding.Rule.Id == "ISM2001");

        Assert.StartsWith("common.yml(4,17)", run.Describe(finding), StringComparison.Ordinal);
        Assert.Contains(finding.Related, static related => related.File == "common.yml" && related.Message.Contains("extends this one", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_only_extended_is_not_judged_by_itself() => Assert.Equal(
        ["web"],
        new ComposeRun()
            .Add("compose.yaml", "services:\n  web: { extends: { file: common.yml, service: base } }\n")
            .Add("common.yml", "services:\n  base: { image: a }\n")
            .Workloads().Select(static workload => workload.Name));

    [Theory]
    [InlineData("")]
    [InlineData("    runtime: runsc\n")]
    public void What_extends_a_file_that_is_not_there_is_not_judged_as_if_it_were_complete(string runtime)
    {
        var findings = new ComposeRun()
            .Add("compose.yaml", "services:\n  web:\n    image: a\n    extends: { file: ../../etc/passwd, service: base }\n" + runtime)
            .Evaluate("untrusted-code").Findings;

        Assert.Contains(findings, finding => finding.Rule.Id == (runtime.Length == 0 ? "ISM1502" : "ISM1505") && finding.Message.Contains("'../../etc/passwd'", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, static finding => finding.Rule.Id == "ISM1001");
    }

    /// <summary>A path that starts at the root is not one below the folder.</summary>
    [Fact]
    public void An_absolute_path_leads_out_of_the_folder() => Assert.Contains(
        new ComposeRun()
            .Add("shop/compose.yaml", "services:\n  web: { image: a, extends: { file: /etc/common.yml, service: base } }\n")
            .Add("shop/etc/common.yml", "services:\n  base: { image: a }\n")
            .Evaluate("untrusted-code").Findings,
        static finding => finding.Rule.Id == "ISM1502");

    [Fact]
    public void Without_a_need_nothing_is_said_of_what_is_missing() =>
        Assert.Empty(new ComposeRun().Add("compose.yaml", "include: [no.yml]\nservices:\n  web: { image: a, extends: { file: no.yml, service: base } }\n").Findings());
}
