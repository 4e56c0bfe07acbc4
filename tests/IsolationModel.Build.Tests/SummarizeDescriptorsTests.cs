using IsolationModel.Build.Tests.Support;
using IsolationModel.Descriptors;
using Microsoft.Build.Framework;

namespace IsolationModel.Build.Tests;

public sealed class SummarizeDescriptorsTests
{
    private const string Service = "apiVersion: v1\nkind: Service\nmetadata: { name: front }\n";
    private const string Open = "isolationmodel.dev/level: medium";

    /// <summary>An overlay that declares the node fact on which level medium depends.</summary>
    private const string Overlay =
        """{ "formatVersion": "1.0", "model": { "id": "shop", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } }, "nodes": { "seccompDefault": true } }""";

    [Theory]
    [InlineData("1 descriptor, 0 workloads, 0 needs not shown, 0 undetermined", Service)]
    [InlineData("2 descriptors, 0 workloads, 0 needs not shown, 0 undetermined", Service, Service)]
    [InlineData("1 descriptor, 1 workload, 0 needs not shown, 0 undetermined", "pod")]
    [InlineData("1 descriptor, 1 workload, 1 need not shown, 0 undetermined", "pod " + Open)]
    [InlineData("2 descriptors, 2 workloads, 2 needs not shown, 0 undetermined", "pod " + Open, "pod " + Open)]
    [InlineData("1 descriptor, 1 workload, 0 needs not shown, 1 undetermined", "class burst")]
    [InlineData("4 descriptors, 3 workloads, 1 need not shown, 2 undetermined", Service, "pod " + Open, "class burst", "class surge")]
    public void A_project_is_told_in_one_line(string counts, params string[] files)
    {
        using var project = new Project();
        for (var i = 0; i < files.Length; i++)
        {
            project.Descriptor($"{i}.yaml", Text(files[i], i));
        }

        Assert.Equal($"IsolationModel: Shop: {counts}", project.Line());
    }

    /// <summary>Failed and misspelt needs are warnings and errors of the compiler.</summary>
    [Theory]
    [InlineData("isolationmodel.dev/needs: kernel-exploit")]
    [InlineData("isolationmodel.dev/needs: kernel-exploits")]
    public void A_need_that_the_build_reports_itself_is_not_counted(string annotation)
    {
        using var project = new Project().Descriptor("pod.yaml", Pod("search", annotation));
        Assert.Equal("IsolationModel: Shop: 1 descriptor, 1 workload, 0 needs not shown, 0 undetermined", project.Line());
    }

    [Theory]
    [InlineData("mkdocs.yml", "site_name: Shop\n")]
    [InlineData("empty.yaml", "")]
    public void A_project_without_descriptors_is_not_told(string name, string text)
    {
        using var project = new Project().Descriptor(name, text);
        Assert.Equal(string.Empty, project.Line());
    }

    /// <summary>The compiler tells of it (ISM9003), so it is one.</summary>
    [Theory]
    [InlineData("deploy.json", "{ \"_comment\": \"f\u00fcr\", \"apiVersion\": \"v1\", \"kind\": \"Pod\" }", "IsolationModel: Shop: 1 descriptor, 0 workloads, 0 needs not shown, 0 undetermined")]
    [InlineData("package.json", "{ \"name\": \"f\u00fcr\" }", "")]
    public void A_descriptor_that_is_no_text_counts(string name, string text, string expected)
    {
        using var project = new Project().Descriptor(name, System.Text.Encoding.Latin1.GetBytes(text));
        Assert.Equal(expected, project.Line());
    }

    [Fact]
    public void A_project_without_files_is_not_told()
    {
        using var project = new Project();
        Assert.Equal(string.Empty, project.Line());
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "medium", 1)]
    [InlineData("", " medium ", 1)]
    [InlineData("level:medium", "", 1)]
    [InlineData("kernel-exploit, level:medium", "", 1)] // the first one fails
    [InlineData("kernel-exploit", "medium", 1)]
    public void The_needs_of_the_project_hold_for_its_workloads(string needs, string level, int notShown)
    {
        using var project = new Project { Needs = needs, Level = level }.Descriptor("pod.yaml", Pod("search"));
        Assert.Contains($", {notShown} need", project.Line(), StringComparison.Ordinal);
    }

    /// <summary>The line counts what the analyzer judges, by the same settings.</summary>
    [Theory]
    [InlineData("{}", "2 descriptors, 2 workloads, 0 needs not shown")]
    [InlineData("{ \"level\": \"medium\" }", "2 descriptors, 2 workloads, 2 needs not shown")]
    [InlineData("{ \"level\": \"medium\", \"severity\": { \"ISM1501\": \"warning\" } }", "2 descriptors, 2 workloads, 2 needs not shown")]
    [InlineData("{ \"level\": \"medium\", \"severity\": { \"ISM1501\": \"none\" } }", "2 descriptors, 2 workloads, 0 needs not shown")]
    [InlineData("{ \"level\": \"medium\", \"exclude\": [\"*.yaml\"] }", "1 descriptor, 1 workload, 1 need not shown")]
    [InlineData("{ \"level\": \"medium\", \"nodes\": { \"seccompDefault\": true } }", "2 descriptors, 2 workloads, 0 needs not shown")]
    [InlineData("{ \"level\": \"medium\", \"models\": [\"shop.isolation.json\"] }", "2 descriptors, 2 workloads, 0 needs not shown")]
    [InlineData("{ \"level\": \"medium\", ", "2 descriptors, 2 workloads, 0 needs not shown")] // broken, which the generator tells
    public void Settings_hold_for_the_line(string settings, string counts)
    {
        using var project = new Project()
            .Descriptor("named.yaml", Pod("search"), isExplicit: true)
            .Descriptor("found.yaml", Pod("search"))
            .Offered("shop.isolation.json", Overlay)
            .Settings(settings);
        Assert.Equal($"IsolationModel: Shop: {counts}, 0 undetermined", project.Line());
    }

    [Fact]
    public void The_overlays_of_the_project_answer_what_was_open()
    {
        using var project = new Project().Descriptor("pod.yaml", Pod("search", Open));
        Assert.EndsWith(", 1 need not shown, 0 undetermined", project.Line(), StringComparison.Ordinal);
        project.Model("shop.isolation.json", Overlay);
        Assert.EndsWith(", 0 needs not shown, 0 undetermined", project.Line(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"formatVersion\": ")]
    [InlineData("")]
    public void An_overlay_with_mistakes_costs_nothing_but_itself(string broken)
    {
        using var project = new Project().Descriptor("pod.yaml", Pod("search", Open)).Model("a.isolation.json", broken).Model("b.isolation.json", Overlay);
        project.ModelItem(new FileItem(project.PathOf("missing.isolation.json")));
        Assert.EndsWith(", 0 needs not shown, 0 undetermined", project.Line(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_speak_for_each_other()
    {
        using var project = new Project()
            .Descriptor("pod.yaml", Text("class burst", 0))
            .Descriptor("class.yaml", "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: burst }\nhandler: runsc\n");
        Assert.EndsWith(", 0 undetermined", project.Line(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_counts_once_however_often_it_is_named()
    {
        using var project = new Project().Descriptor("pod.yaml", Pod("search"));
        project.Item(new FileItem(project.PathOf("pod.yaml"), isExplicit: true)).Item(new FileItem(Path.Combine(project.PathOf("."), "pod.yaml")));
        Assert.StartsWith("IsolationModel: Shop: 1 descriptor, 1 workload,", project.Line(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.yaml", false, 1)] // the name says what it is
    [InlineData("a.txt", true, 1)] // the project says what it is
    [InlineData("a.txt", false, 0)] // nobody does
    public void A_file_that_is_no_text_counts_where_a_descriptor_is_expected(string name, bool isExplicit, int descriptors)
    {
        using var project = new Project().Descriptor(name, [0xC3, 0x28], isExplicit).Descriptor("service.yaml", Service);
        Assert.Contains($": {1 + descriptors} descriptor", project.Line(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_costs_that_file_only()
    {
        using var project = new Project().Descriptor("pod.yaml", Pod("search", Open));
        project.Item(new FileItem(project.PathOf("missing.yaml")));
        project.Item(new FileItem(Directory.CreateDirectory(project.PathOf("folder.yaml")).FullName));
        Assert.Equal("IsolationModel: Shop: 3 descriptors, 1 workload, 1 need not shown, 0 undetermined", project.Line());
    }

    /// <summary>The length of a link is that of the path in it, and so much of a file would be half of it.</summary>
    [Fact]
    public void A_link_is_read_as_what_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var project = new Project();
        File.WriteAllText(project.PathOf("real.txt"), Pod("search", Open));
        File.CreateSymbolicLink(project.PathOf("pod.yaml"), "real.txt");
        project.Item(new FileItem(project.PathOf("pod.yaml")));
        Assert.Equal("IsolationModel: Shop: 1 descriptor, 1 workload, 1 need not shown, 0 undetermined", project.Line());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_file_beyond_the_limit_is_not_read(int beyond, int workloads)
    {
        using var project = new Project();
        var text = Pod("search") + "#";
        project.Descriptor("large.yaml", text + new string(' ', DescriptorLimits.FileSize - text.Length + beyond));
        Assert.StartsWith($"IsolationModel: Shop: 1 descriptor, {workloads} workload", project.Line(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_that_was_stopped_says_nothing_and_is_not_kept()
    {
        using var project = new Project().Descriptor("pod.yaml", Pod("search"));
        var task = project.Task();
        task.Cancel();
        Assert.True(task.Execute());
        Assert.False(task.IsComplete);
        Assert.Equal(string.Empty, task.Line);
        Assert.Empty(project.Engine.Messages);
        Assert.Empty(project.Engine.Others);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_costs_the_line_and_never_the_build(Exception failure)
    {
        using var project = new Project().Item(new BrokenItem(failure));
        var task = project.Task();
        Assert.True(task.Execute());
        Assert.False(task.IsComplete);
        Assert.Equal("IsolationModel: Shop: the summary of the descriptors could not be made; a build with -v:detailed says why", task.Line);
        var message = Assert.Single(project.Engine.Messages);
        Assert.Equal(MessageImportance.Low, message.Importance);
        Assert.Contains(failure.Message, message.Message, StringComparison.Ordinal);
        Assert.Empty(project.Engine.Others);
    }

    public static TheoryData<Exception> Failures =>
    [
        new InvalidOperationException("nobody foresaw this"),
        new FileNotFoundException("Could not load IsolationModel.Core"),
        new OperationCanceledException("not by the build"),
    ];

    private static string Text(string file, int number) => file.Split(' ', 2) switch
    {
        ["pod"] => Pod($"pod-{number}"),
        ["pod", var annotation] => Pod($"pod-{number}", annotation),
        ["class", var name] => Pod($"pod-{number}", spec: $"runtimeClassName: {name}, "),
        _ => file,
    };

    private static string Pod(string name, string annotation = "", string spec = "") =>
        $"apiVersion: v1\nkind: Pod\nmetadata: {{ name: {name}, annotations: {{ {annotation} }} }}\nspec: {{ {spec}containers: [ {{ name: main, image: shop }} ] }}\n";
}
