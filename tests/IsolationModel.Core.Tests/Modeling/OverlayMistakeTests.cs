using IsolationModel.Modeling.Reading;
using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Modeling;

/// <summary>What an overlay may get wrong, each told once and at its place.</summary>
public sealed class OverlayMistakeTests
{
    private const string Own = """ "name": "Own", "kind": "runtime", "mechanism": "vm", "summary": "x" """;

    /// <summary>Sections of an overlay with the mistake between '«' and '»', the rule, and words of the message.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        // Ids that exist, or that do not.
        { """ "controls": { "«falco»": { "name": "x", "summary": "x" } } """, "ISM0101", "control 'falco' is already defined by the model below" },
        { """ "scenarios": { "«ci-cd»": { "name": "x", "level": "low" } } """, "ISM0101", "$op" },
        { """ "needs": { "levels": { "«high»": { "name": "x", "order": 3, "rationale": "x", "require": [{ "attribute": "boundary", "atLeast": "hardware-vm" }] } } } """, "ISM0101", "need 'high'" },
        { """ "sources": { "«nist-190»": { "title": "x", "kind": "standard" } } """, "ISM0101", "source 'nist-190'" },
        { """ "scenarios": { "«nothing»": { "$op": "override", "name": "x", "level": "low" } } """, "ISM0102", "there is no scenario 'nothing' to override" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "«securityIsolation»": { "$op": "override", "value": "strong" } } } } """, "ISM0102", "no value 'securityIsolation' below to override" },
        { """ "technologies": { "gvisor": { "$op": "override", "values": { "«securityIsolation»": { "$op": "remove" } } } } """, "ISM0102", "no value 'securityIsolation' below to remove" },
        { """ "technologies": { "«nothing»": { "$op": "remove" } } """, "ISM0102", "there is no technology 'nothing' to remove" },
        { """ "forbidden": { "«docker»": { "$op": "remove" } } """, "ISM0102", "no ban of technology 'docker' to remove" },
        { """ "controls": { "own": { "$op": «"replace"», "name": "x", "summary": "x" } } """, "ISM0002", "'$op' is override or remove" },
        { """ "controls": { "falco": { "$op": "remove", "«name»": "x" } } """, "ISM0002", "unknown property 'name'" },
        { """ "controls": { "«Falco»": { "name": "x", "summary": "x" } } """, "ISM0002", "not an id" },

        // What other entries rest on stays.
        { """ "sources": { "«nist-190»": { "$op": "remove" } } """, "ISM0002", "cannot be removed, because values and needs below refer to it" },
        { """ "attributes": { "«gpu»": { "$op": "remove" } } """, "ISM0002", "cannot be removed" },
        { """ "mechanisms": { "«vm»": { "$op": "remove" } } """, "ISM0002", "technologies and weakenings below refer to it" },
        { """ "platforms": { "«k3s»": { "$op": "remove" } } """, "ISM0002", "descriptors are read for it" },
        { """ "nodeFacts": { "«seccompDefault»": { "$op": "remove" } } """, "ISM0002", "weakenings below depend on it" },
        { """ "technologies": { "«gvisor»": { "$op": "remove" } } """, "ISM0003", "stands for it" },
        { """ "technologies": { "xen": { "$op": "remove" } }, "forbidden": { "«xen»": { "reason": "x" } } """, "ISM0003", "there is no technology 'xen'" },
        { """ "technologies": { "«qemu-kvm»": { "$op": "remove" } } """, "ISM0003", "it; remove or override that too, or ban the technology under 'forbidden'" },
        { """ "needs": { "levels": { "«low»": { "$op": "remove" } } } """, "ISM0003", "scenario 'ci-cd' has it" },

        // Technologies.
        { """ "technologies": { "own": { "name": "Own", "kind": "runtime", "summary": "x", "like": «"gvizor"», "mechanism": "vm" } } """, "ISM0003", "did you mean 'gvisor'?" },
        { """ "technologies": { "gvisor": { "$op": "override", "like": «"kata"» } } """, "ISM0002", "'like' is for new technologies" },
        { """ "technologies": { "own": { "name": "Own", "kind": "stack", "summary": "x", "mechanism": "vm", "stack": { "platform": «"kubernets"», "runtime": "kata" } } } """, "ISM0003", "did you mean 'kubernetes'?" },
        { """ "technologies": { "own": { "name": "Own", "kind": "stack", "summary": "x", "stack": { "platform": "kubernetes", "runtime": "kata", "engine": «"wasmege"» } , "mechanism": "vm" } } """, "ISM0003", "did you mean 'wasmedge'?" },
        { """ "technologies": { "own": { "name": "Own", "kind": "runtime", "summary": "x", "stack": «{ "platform": "kubernetes", "runtime": "kata" }» } } """, "ISM0002", "its kind would be stack" },
        { """ "technologies": { "own": { REST, "relations": { "hypervisors": [«"platform/k3s"»] } } } """, "ISM0002", "write technology/<id>" },
        { """ "technologies": { "own": { REST, "relations": { "uses": [«"mechanism/seccmp"»] } } } """, "ISM0003", "did you mean 'seccomp'?" },
        { """ "technologies": { "own": { REST, "families": [«"sandbox"»] } } """, "ISM0003", "family 'sandbox'" },
        { """ "technologies": { "own": { REST, "status": { "state": «"dead"» } } } """, "ISM0002", "'dead' is not allowed for 'state'" },
        { """ "technologies": { "own": { REST, "values": { "gpu": «7» } } } """, "ISM0002", "must be a string or an object" },
        { """ "technologies": { "own": { REST, "values": { "guestOs": «"linux"» } } } """, "ISM0002", "attribute 'guestOs' is a set" },
        { """ "technologies": { "own": { REST, "values": { "guestOs": { "has": [«"beos"»] } } } } """, "ISM0003", "not in the vocabulary" },
        { """ "technologies": { "own": { REST, "values": { "startup": { "value": "1 s", "claim": { "value": "1 s", "text": "x", "source": «"nobody"» } } } } } """, "ISM0003", "no source 'nobody'" },

        // Names.
        { """ "names": { "runtimeClass": { "fast": { "technology": «"gvizor"» } } } """, "ISM0003", "did you mean 'gvisor'?" },
        { """ "names": { "«runtimeClasses»": {} } """, "ISM0002", "did you mean 'runtimeClass'?" },
        { """ "names": { "runtimeClass": { "«gvisor-fast»": { "$op": "remove" } } } """, "ISM0102", "no runtime name" },

        // Policy.
        { """ "forbidden": { "«doker»": { "reason": "x" } } """, "ISM0003", "did you mean 'docker'?" },
        { """ "forbidden": { "«docker»": {} } """, "ISM0002", "'reason' is missing" },
        { """ "forbidden": { "docker": { "reason": "x", "until": «"30.06.2027"» } } """, "ISM0002", "not a day" },
        { """ "forbidden": { "docker": { "reason": "x", "until": «"2027-02-30"» } } """, "ISM0002", "not a day" },
        { """ "forbidden": { "docker": { "reason": "x", "except": [«"cicd"»] } } """, "ISM0003", "did you mean 'ci-cd'?" },
        { """ "workloads": { "«all»": { "level": "high" } } """, "ISM0002", "needs a 'match'" },
        { """ "workloads": { "all": { "«match»": {}, "level": "high" } } """, "ISM0002", "matches nothing" },
        { """ "workloads": { "«all»": { "match": { "path": "**" } } } """, "ISM0002", "declares nothing" },
        { """ "workloads": { "all": { "match": { "path": "**" }, "level": «"hihg"» } } """, "ISM0003", "did you mean 'high'?" },
        { """ "workloads": { "all": { "match": { "path": "**" }, "scenario": «"serverles"» } } """, "ISM0003", "did you mean 'serverless'?" },
        { """ "workloads": { "all": { "match": { "path": "**" }, "needs": [«"untrustd-code"»] } } """, "ISM0003", "did you mean 'untrusted-code'?" },
        { """ "workloads": { "all": { "match": { "path": "**", "«name»": "x" }, "level": "high" } } """, "ISM0002", "unknown property 'name'" },
        { """ "scoring": { "weights": { "«startupp»": 3 } } """, "ISM0003", "did you mean 'startup'?" },
        { """ "scoring": { "weights": { "startup": «-1» } } """, "ISM0002", "0 or more" },
        { """ "scoring": { "weights": { "startup": «1.5» } } """, "ISM0002", "whole number" },

        // Scenarios and trees.
        { """ "scenarios": { "s": { "name": "x", "level": «"hihg"» } } """, "ISM0003", "did you mean 'high'?" },
        { """ "scenarios": { "s": { "name": "x", "level": "high", "goals": { "«speed»": "high" } } } """, "ISM0003", "no goal 'speed'" },
        { """ "scenarios": { "s": { "name": "x", "level": "high", "goals": { "startup": «"fast"» } } } """, "ISM0003", "no word 'fast'" },
        { """ "scenarios": { "s": { "name": "x", "level": "high", "expect": { "text": "x", "technologies": [«"gvizor"»] } } } """, "ISM0003", "did you mean 'gvisor'?" },
        { """ "decisionTrees": { "«t»": { "title": "x", "questions": [] } } """, "ISM0002", "needs 'questions'" },
        { """ "decisionTrees": { "t": { "title": "x", "questions": [ QUESTION, { "id": «"q"», "ask": "x", "means": MEANS, "recommend": { "text": "x" } } ] } } """, "ISM0101", "stands twice" },

    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_at_its_place(string sections, string rule, string words)
    {
        // On a line of its own, so that lines and columns are seen to be counted.
        var head = Overlays.Of("contoso", "\n  SECTIONS\n").Text;
        var body = sections.Trim()
            .Replace("REST", Own.Trim(), StringComparison.Ordinal)
            .Replace("QUESTION", """{ "id": "q", "ask": "x", "means": MEANS, "recommend": { "text": "x" } }""", StringComparison.Ordinal)
            .Replace("MEANS", """[{ "attribute": "gpu", "is": "yes" }]""", StringComparison.Ordinal);
        var (text, range) = Overlays.Marked(head.Replace("SECTIONS", body, StringComparison.Ordinal));
        var finding = Assert.Single(Overlays.Extend(new ModelText("contoso.isolation.json", text)).Findings);
        Assert.Equal((rule, range), (finding.Rule.Id, finding.Range));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
        var lineStart = text.LastIndexOf('\n', range.Start) + 1;
        Assert.Equal((new TextPosition(2, range.Start - lineStart + 1), new TextPosition(2, range.End - lineStart + 1)), (finding.Start, finding.End));
        Assert.Equal("contoso.isolation.json", finding.File);
    }
}
