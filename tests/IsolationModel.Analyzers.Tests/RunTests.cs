using IsolationModel.Analyzers.Tests.Support;
using static IsolationModel.Analyzers.Tests.Support.MarkupTest;

namespace IsolationModel.Analyzers.Tests;

/// <summary>All descriptors of a project are judged together, under the overlays and properties of the project.</summary>
public sealed class RunTests
{
    private const string Untrusted = "isolationmodel.dev/needs: untrusted-code";

    [Fact]
    public async Task A_runtime_class_in_another_file_tells_what_runs()
    {
        var pod = Pod(Untrusted, "runtimeClassName: gvisor");
        Assert.Equal(["a.yaml(9,21-9,27): info ISM1501"], await new AnalyzerRun().With("a.yaml", pod).Places());
        Assert.Empty(await new AnalyzerRun().With("a.yaml", pod).With("z.yaml", RuntimeClass("gvisor", "runsc")).Places());
        Assert.Equal(
            ["a.yaml(9,21-9,27): warning ISM1001"],
            await new AnalyzerRun().With("a.yaml", pod).With("z.yaml", RuntimeClass("gvisor", "runc")).Places());
    }

    [Fact]
    public async Task A_finding_about_a_declaration_is_reported_once_in_the_file_that_declares()
    {
        var space = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  annotations:\n    isolationmodel.dev/level: hihg\n";
        var run = new AnalyzerRun()
            .With("a.yaml", Pod("team: a", name: "a"))
            .With("b.yaml", Pod("team: b", name: "b"))
            .With("space.yaml", space);
        Assert.Equal(["space.yaml(6,31-6,35): error ISM1101"], await run.Places());
    }

    [Fact]
    public async Task Names_of_an_overlay_count()
    {
        var pod = Pod(Untrusted, "runtimeClassName: fort-knox");
        var overlay = Overlay("\"names\": { \"runtimeClass\": { \"fort-knox\": { \"technology\": \"kata\" } } }");
        Assert.Equal(["a.yaml(9,21-9,30): warning ISM1502"], await new AnalyzerRun().With("a.yaml", pod).Places());
        Assert.Empty(await new AnalyzerRun().With("a.yaml", pod).With("names.isolation.json", overlay).Lines());
        Assert.Empty(await new AnalyzerRun().With("a.yaml", pod).With("names.json", overlay).WithMetadata("a.yaml", "descriptor").WithMetadata("names.json", "model").Lines());
    }

    [Fact]
    public async Task A_broken_entry_of_an_overlay_is_not_told_here_and_its_right_entries_count()
    {
        var overlay = Overlay("\"surprise\": 1, \"names\": { \"runtimeClass\": { \"fort-knox\": { \"technology\": \"kata\" }, \"bad\": { \"technology\": \"no-such\" } } }");
        var run = new AnalyzerRun().With("a.yaml", Pod(Untrusted, "runtimeClassName: fort-knox")).With("names.isolation.json", overlay);
        Assert.Empty(await run.Lines());
    }

    [Fact]
    public async Task An_overlay_that_is_no_json_leaves_the_built_in_model()
    {
        var run = new AnalyzerRun().With("a.yaml", Pod(Untrusted)).With("names.isolation.json", "{ nothing");
        Assert.Equal(["a.yaml(8,1-8,5): warning ISM1001"], await run.Places());
    }

    [Theory]
    [InlineData("build_property.IsolationNeeds", "untrusted-code", "needs 'untrusted-code'")]
    [InlineData("build_property.IsolationNeeds", " untrusted-code , level:high ", "needs 'untrusted-code'")]
    [InlineData("build_property.IsolationLevel", "high", "needs 'level:high'")]
    public async Task Needs_of_the_project_hold_for_every_workload(string property, string value, string message)
    {
        var lines = await new AnalyzerRun().WithOption(property, value).With("a.yaml", Pod("team: a")).Lines();
        Assert.Contains(lines, line => line.Contains("warning ISM1001", StringComparison.Ordinal) && line.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_misspelt_need_of_the_project_is_told_once_and_without_a_place()
    {
        var run = new AnalyzerRun()
            .WithOption("build_property.IsolationNeeds", "untrusted-cod")
            .With("a.yaml", Pod("team: a", name: "a"))
            .With("b.yaml", Pod("team: b", name: "b"));
        Assert.Equal(["-: error ISM1101: need 'untrusted-cod' is not known, so this need is not checked; did you mean 'untrusted-code'?"], await run.Lines());
    }

    [Fact]
    public async Task An_empty_property_declares_nothing() =>
        Assert.Empty(await new AnalyzerRun().WithOption("build_property.IsolationNeeds", " ").With("a.yaml", Pod("team: a")).Lines());

    [Fact]
    public async Task A_file_that_is_listed_twice_is_judged_once()
    {
        var text = Pod(Untrusted);
        Assert.Equal(["a.yaml(8,1-8,5): warning ISM1001"], await new AnalyzerRun().With("a.yaml", text).With("a.yaml", text).Places());
    }

    [Fact]
    public async Task Two_files_with_the_same_text_are_two_files()
    {
        var text = Pod(Untrusted);
        Assert.Equal(["a.yaml(8,1-8,5): warning ISM1001", "b.yaml(8,1-8,5): warning ISM1001"], await new AnalyzerRun().With("a.yaml", text).With("b.yaml", text).Places());
    }

    [Fact]
    public async Task The_order_of_files_does_not_matter()
    {
        (string Name, string Text)[] files =
        [
            ("a.yaml", Pod(Untrusted, "runtimeClassName: gvisor")),
            ("b.yaml", RuntimeClass("gvisor", "runc")),
            ("c.yaml", RuntimeClass("gvisor", "runsc")),
            ("d.yaml", Pod("isolationmodel.dev/level: high", name: "d")),
        ];
        var expected = await Judge(files);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await Judge(files.Reverse()));

        static Task<IReadOnlyList<string>> Judge(IEnumerable<(string Name, string Text)> files) =>
            files.Aggregate(new AnalyzerRun(), (run, file) => run.With(file.Name, file.Text)).Lines();
    }
}
