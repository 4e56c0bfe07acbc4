using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Core.Tests.Modeling;

/// <summary>What a company locks, its teams may tighten, but neither loosen nor remove.</summary>
public sealed class LockTests
{
    private const string Locked = """
        "/needs/levels/high", "/needs/levels/medium", "/needs/threats/mixed-sensitivity", "/needs/threats/company", "/needs/compatibility/one-of", "/needs/compatibility/arch",
        "/forbidden/docker", "/forbidden/podman", "/technologies/gvisor/values/boundary", "/technologies/kata", "/technologies/own",
        "/nodes/seccompDefault", "/scoring/weights/startup", "/scoring/grades/startup", "/scoring/always/memoryOverhead", "/workloads/all", "/scenarios/serverless",
        "/names/runtimeClass/fast", "/names/runtimeHandler/a~1b", "/weakenings/privileged", "/controls/falco", "/decisionTrees/founding-document",
        "/needSpellings/io.kubernetes.cri.untrusted-workload"
        """;

    private static readonly ModelText Company = new(
        "z-company.isolation.json",
        $$"""
        {
          "formatVersion": "1.0",
          "model": { "id": "company", "version": "2.1.0", "extends": { "isolation-model": "^0.1" }, "locked": [{{Locked}}] },
          "needs": {
            "threats": { "company": { "name": "x", "rationale": "x", "require": [{ "attribute": "startup", "below": "1 s" }, { "attribute": "nodeMemory", "atLeast": "1 GB" }] } },
            "compatibility": { "one-of": { "name": "x", "rationale": "x", "require": [{ "attribute": "guestOs", "containsAny": ["linux", "windows"] }, { "attribute": "hostExcluded", "is": "no" }] } }
          },
          "technologies": { "own": { "name": "Own", "kind": "runtime", "mechanism": "vm", "summary": "x" } },
          "forbidden": { "docker": { "reason": "x", "until": "2027-06-30", "except": ["ci-cd"] }, "podman": { "reason": "x" } },
          "nodes": { "seccompDefault": true },
          "scoring": { "weights": { "startup": 5 } },
          "workloads": { "all": { "match": { "path": "**" }, "level": "medium" } },
          "names": { "runtimeClass": { "fast": { "technology": "gvisor" } }, "runtimeHandler": { "a/b": { "technology": "gvisor" } } }
        }
        """);

    /// <summary>Sections of a team's overlay; the place of what loosens stands between '«' and '»'.</summary>
    public static TheoryData<string> Loosening =>
    [
        // Needs.
        """ "needs": { "levels": { "«high»": { "$op": "override", "name": "x", "order": 3, "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "hardened-kernel" }] } } } """,
        """ "needs": { "levels": { "«high»": { "$op": "override", "name": "x", "order": 2, "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "hardware-vm" }] } } } """,
        """ "needs": { "levels": { "«high»": { "$op": "override", "name": "x", "order": 3, "rationale": "x", "require": [{ "attribute": "gpu", "is": "yes" }] } } } """,
        """ "needs": { "levels": { "«high»": { "$op": "override", "name": "x", "order": 3, "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "software-sandbox", "orElse": [{ "attribute": "gpu", "is": "yes" }] }] } } } """,
        """ "needs": { "levels": { "«high»": { "$op": "remove" } } } """,
        """ "needs": { "threats": { "«company»": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "startup", "atMost": "1 s" }, { "attribute": "nodeMemory", "atLeast": "1 GB" }] } } } """,
        """ "needs": { "threats": { "«company»": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "startup", "below": "1001 ms" }, { "attribute": "nodeMemory", "atLeast": "1 GB" }] } } } """,
        """ "needs": { "threats": { "«company»": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "startup", "atLeast": "1 ms" }, { "attribute": "nodeMemory", "atLeast": "1 GB" }] } } } """,
        """ "needs": { "threats": { "«company»": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "startup", "below": "1 s" }, { "attribute": "nodeMemory", "atLeast": "999 MB" }] } } } """,
        """ "needs": { "threats": { "«company»": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "startup", "below": "1 s" }, { "attribute": "nodeMemory", "atMost": "1 GB" }] } } } """,
        """ "needs": { "threats": { "«company»": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "startup", "below": "1 s" }] } } } """,
        """ "needs": { "compatibility": { "«one-of»": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "guestOs", "containsAny": ["linux", "wasi"] }, { "attribute": "hostExcluded", "is": "no" }] } } } """,
        """ "needs": { "compatibility": { "«one-of»": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "guestOs", "containsAll": ["wasi"] }, { "attribute": "hostExcluded", "is": "no" }] } } } """,
        """ "needs": { "compatibility": { "«one-of»": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "guestOs", "containsAny": ["linux"] }, { "attribute": "hostExcluded", "is": "yes" }] } } } """,
        """ "needs": { "compatibility": { "«arch»": { "$op": "override", "name": "x", "rationale": "x", "parameter": { "attribute": "hostOs" } } } } """,

        // Bans.
        """ "forbidden": { "«docker»": { "$op": "override", "reason": "x", "until": "2027-06-29", "except": ["ci-cd"] } } """,
        """ "forbidden": { "«docker»": { "$op": "override", "reason": "x", "until": "2027-06-30", "except": ["ci-cd", "serverless"] } } """,
        """ "forbidden": { "«podman»": { "$op": "override", "reason": "x", "until": "2099-01-01" } } """,
        """ "forbidden": { "«docker»": { "$op": "remove" } } """,

        // Values, and entries as a whole.
        """ "technologies": { "gvisor": { "$op": "override", "values": { "«boundary»": { "$op": "override", "value": "hardware-vm" } } } } """,
        """ "technologies": { "gvisor": { "$op": "override", "values": { "«boundary»": { "$op": "remove" } } } } """,
        """ "technologies": { "«gvisor»": { "$op": "remove" } } """,
        """ "technologies": { "«kata»": { "$op": "override", "order": 1 } } """,
        """ "technologies": { "«own»": { "$op": "override", "values": { "startup": { "value": "1 ms" } } } } """,
        """ "technologies": { "«own»": { "$op": "remove" } } """,
        """ "controls": { "«falco»": { "$op": "override", "summary": "x" } } """,
        """ "controls": { "«falco»": { "$op": "remove" } } """,
        """ "scenarios": { "«serverless»": { "$op": "override", "name": "x", "level": "very-high" } } """,
        """ "scenarios": { "«serverless»": { "$op": "remove" } } """,
        """ "decisionTrees": { "«founding-document»": { "$op": "remove" } } """,
        """ "weakenings": { "«privileged»": { "$op": "override", "title": "x", "when": { "setting": "privileged", "is": true }, "effects": {} } } """,
        """ "weakenings": { "«privileged»": { "$op": "remove" } } """,
        """ "workloads": { "«all»": { "$op": "override", "match": { "path": "**" }, "level": "high" } } """,
        """ "workloads": { "«all»": { "$op": "remove" } } """,

        // Numbers, node facts and names.
        """ "nodes": { "«seccompDefault»": false } """,
        """ "scoring": { "weights": { "«startup»": 4 } } """,
        """ "scoring": { "grades": { "«startup»": { "$op": "override", "3": "<=1 s", "2": "<=10 s", "1": "<=10 min" } } } """,
        """ "scoring": { "always": { "«memoryOverhead»": { "$op": "remove" } } } """,
        """ "names": { "runtimeClass": { "«fast»": { "$op": "override", "technology": "runc" } } } """,
        """ "names": { "runtimeClass": { "«fast»": { "$op": "remove" } } } """,
        """ "names": { "runtimeHandler": { "«a/b»": { "$op": "override", "technology": "runc" } } } """,
    ];

    public static TheoryData<string> Tightening =>
    [
        """ "needs": { "levels": { "high": { "$op": "override", "name": "x", "order": 3, "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "hardware-vm" }] } } } """,
        """ "needs": { "levels": { "high": { "$op": "override", "name": "x", "order": 4, "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "software-sandbox" }, { "attribute": "gpu", "is": "yes" }] } } } """,
        """ "needs": { "threats": { "mixed-sensitivity": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "dedicatedHardware", "is": "yes" }] } } } """,
        """ "needs": { "threats": { "mixed-sensitivity": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "hardware-vm" }] } } } """,
        """ "needs": { "threats": { "company": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "startup", "below": "1000 ms" }, { "attribute": "nodeMemory", "atLeast": "1001 MB" }] } } } """,
        """ "needs": { "threats": { "company": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "startup", "atMost": "999 ms" }, { "attribute": "nodeMemory", "atLeast": "1 GB" }] } } } """,
        """ "needs": { "compatibility": { "one-of": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "guestOs", "containsAny": ["linux"] }, { "attribute": "hostExcluded", "is": "no" }] } } } """,
        """ "needs": { "compatibility": { "one-of": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "guestOs", "containsAll": ["linux", "wasi"] }, { "attribute": "hostExcluded", "is": "no" }] } } } """,
        """ "forbidden": { "docker": { "$op": "override", "reason": "y", "until": "2027-07-01", "except": ["ci-cd"] } } """,
        """ "forbidden": { "docker": { "$op": "override", "reason": "y" }, "runc": { "reason": "x" } } """,
        """ "technologies": { "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": "1 s" } } } } """,
        """ "nodes": { "seccompDefault": true, "hostUdsNone": true } """,
        """ "scoring": { "weights": { "startup": 5, "throughputLoss": 1 } } """,
        """ "workloads": { "more": { "match": { "path": "**" }, "level": "high" } } """,
        """ "names": { "runtimeClass": { "other": { "technology": "runc" } } } """,
        """ "needs": { "levels": { "low": { "$op": "override", "name": "x", "order": 1, "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "none" }] } } } """,
    ];

    [Theory]
    [MemberData(nameof(Loosening))]
    public void What_is_locked_is_not_loosened(string sections)
    {
        var (text, range) = Overlays.Marked(Overlays.Of("a-team", sections, "company", "^2.0").Text);
        var result = Overlays.Extend(Company, new ModelText("a-team.isolation.json", text));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("ISM0104", range, "a-team.isolation.json"), (finding.Rule.Id, finding.Range, finding.File));
        Assert.Contains("model 'company' locks '/", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Overlays.Merge(Company) with { Id = "a-team", Version = "1.2.0" }, result.Model);
    }

    [Theory]
    [MemberData(nameof(Tightening))]
    public void What_is_locked_may_be_tightened_and_the_rest_is_free(string sections) =>
        Assert.NotEqual(Overlays.Merge(Company) with { Id = "a-team", Version = "1.2.0" }, Overlays.Merge(Company, Overlays.Of("a-team", sections + """, "x-team": 1, "controls": { "own": { "name": "x", "summary": "x" } } """, "company", "^2.0")));

    [Fact]
    public void A_lock_binds_whoever_extends_later_too()
    {
        var company = Overlays.Merge(Company);
        var result = ModelReader.Extend(company, [Overlays.Of("team", """ "forbidden": { "docker": { "$op": "remove" } } """, "company", "2.1.0")]);
        Assert.Equal("ISM0104", Assert.Single(result.Findings).Rule.Id);
        Assert.Contains(result.Model.Locks, locked => locked == new ModelLock("/forbidden/docker", "company"));
    }

    [Fact]
    public void A_model_may_loosen_what_it_locks_itself() => Assert.Empty(Overlays.Extend(new ModelText(
        "company.isolation.json",
        """
        { "formatVersion": "1.0", "model": { "id": "company", "version": "1.0.0", "extends": { "isolation-model": "^0.1" }, "locked": ["/needs/levels/high"] },
          "needs": { "levels": { "high": { "$op": "override", "name": "x", "order": 3, "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "shared-kernel" }] } } } }
        """)).Findings);

    [Theory]
    [InlineData("needs/levels/high")]
    [InlineData("/")]
    [InlineData("/needs/")]
    [InlineData("")]
    public void A_lock_is_a_pointer(string pointer)
    {
        var finding = Assert.Single(Overlays.Extend(new ModelText(
            "company.isolation.json",
            $$"""{ "formatVersion": "1.0", "model": { "id": "company", "version": "1.0.0", "extends": { "isolation-model": "^0.1" }, "locked": ["{{pointer}}"] } }""")).Findings);
        Assert.Equal("ISM0002", finding.Rule.Id);
        Assert.Contains("not a JSON pointer", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "threats": { "«high»": { "$op": "override", "name": "x", "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "weakened" }] } } }""")]
    [InlineData("""{ "compatibility": { "«high»": { "$op": "remove" } } }""")]
    public void A_need_is_not_reached_through_the_section_of_another_kind(string needs)
    {
        // The pointer of such an entry is another one, so the lock on the level would not see it.
        var (text, range) = Overlays.Marked(Overlays.Of("a-team", $"\"needs\": {needs}", "company", "^2.0").Text);
        var result = Overlays.Extend(Company, new ModelText("a-team.isolation.json", text));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("ISM0101", range), (finding.Rule.Id, finding.Range));
        Assert.Equal(NeedKind.Level, result.Model.Needs.Single(need => need.Id == "high").Kind);
    }

    [Fact]
    public void A_lock_on_one_number_or_node_fact_leaves_its_neighbours_free()
    {
        var company = new ModelText(
            "a-company.isolation.json",
            """
            { "formatVersion": "1.0", "model": { "id": "company", "version": "1.0.0", "extends": { "isolation-model": "^0.1" }, "locked": ["/nodes/seccompDefault", "/scoring/weights/startup"] },
              "nodes": { "seccompDefault": true, "hostUdsNone": true }, "scoring": { "weights": { "startup": 5, "throughputLoss": 5 } } }
            """);
        var team = Overlays.Of("team", """ "nodes": { "hostUdsNone": false }, "scoring": { "weights": { "throughputLoss": 1 } } """, "company", "1.0.0");
        var model = Overlays.Merge(company, team);
        Assert.Contains(new NodeFactDeclaration("hostUdsNone", false), model.NodeDeclarations);
        Assert.Contains(new ScoringWeight("throughputLoss", 1), model.Scoring.Weights);
    }

    [Fact]
    public void A_lock_on_a_whole_section_covers_every_entry_of_it()
    {
        var company = new ModelText(
            "company.isolation.json",
            """{ "formatVersion": "1.0", "model": { "id": "company", "version": "1.0.0", "extends": { "isolation-model": "^0.1" }, "locked": ["/needs"] } }""");
        var team = Overlays.Of("team", """ "needs": { "levels": { "low": { "$op": "remove" } } } """, "company", "1.0.0");
        Assert.Equal("ISM0104", Assert.Single(Overlays.Extend(company, team).Findings).Rule.Id);
    }

    [Fact]
    public void A_lock_covers_whole_names_only()
    {
        // "/needs/levels/high" does not cover a level whose id merely starts so.
        var team = Overlays.Of("a-team", """ "needs": { "levels": { "highest": { "name": "x", "order": 9, "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "hardware-vm" }] } } } """, "company", "^2.0");
        Assert.Empty(Overlays.Extend(Company, team).Findings);
    }
}
