using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Helm;

/// <summary>The charts among the files of a run: each is told once, and what belongs to one is not taken for descriptors.</summary>
internal static class HelmCharts
{
    private const string ChartFile = "Chart.yaml";

    /// <summary>Whether a run has anything of a chart.</summary>
    public static bool Concern(IReadOnlyList<DescriptorFile> files) =>
        files.Any(static file => file.TemplateStart >= 0 || file.Fragments.Count > 0 || RunPaths.NameOf(file.Path) == ChartFile);

    /// <summary>The files as they are to be judged.</summary>
    public static IReadOnlyList<DescriptorFile> Gather(IReadOnlyList<DescriptorFile> files, RunFiles run)
    {
        var charts = new Dictionary<string, List<DescriptorFile>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.TemplateStart >= 0 && ChartOf(file, run) is { } chart)
            {
                if (!charts.TryGetValue(chart, out var templates))
                {
                    charts.Add(chart, templates = []);
                }

                templates.Add(file);
            }
        }

        var results = new Dictionary<DescriptorFile, DescriptorFile>();
        foreach (var chart in charts)
        {
            chart.Value.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
            for (var i = 0; i < chart.Value.Count; i++)
            {
                var file = chart.Value[i];
                results[file] = AsTemplate(file, i == 0 ? Told(file, chart.Key, chart.Value.Count) : null);
            }
        }

        return files.Select(file => results.TryGetValue(file, out var result) ? result : Other(file, run)).ToList();
    }

    /// <summary>The chart of a template: a folder with its file above it, or the folder above its own where only its words tell what it is.</summary>
    private static string? ChartOf(DescriptorFile file, RunFiles run)
    {
        var path = run.PathOf(file);
        var folder = ChartFiles.FolderAbove(path);
        while (folder is not null && run.Find(RunPaths.Combine(folder, ChartFile)) is null)
        {
            folder = ChartFiles.FolderAbove(folder);
        }

        return folder ?? (IsToldAlready(file) ? ChartFiles.FolderAbove(path) : null);
    }

    private static bool IsToldAlready(DescriptorFile file) => file.Findings.Any(static finding => ReferenceEquals(finding.Rule, InputRules.IsTemplate));

    private static DescriptorFile AsTemplate(DescriptorFile file, Finding? told) => file with
    {
        IsDescriptor = true,
        DocumentCount = 0,
        Workloads = [],
        RuntimeClasses = [],
        Namespaces = [],
        Findings = told is null ? [] : [told],
        Source = null,
    };

    private static Finding Told(DescriptorFile file, string chart, int count)
    {
        var name = RunPaths.NameOf(chart) is { Length: > 0 } folder ? folder : ".";
        return Finding.At(
            InputRules.IsTemplate,
            InputRules.IsTemplate.DefaultSeverity,
            file.Path,
            file.Lines,
            new TextRange(file.TemplateStart, 2),
            $"chart '{name}' has {(count == 1 ? "a template" : $"{count} templates")}, so what it deploys is not judged; render it (helm template {name}) and check the output");
    }

    /// <summary>The file of a chart and its values are no descriptors; values without a chart are values of nothing.</summary>
    private static DescriptorFile Other(DescriptorFile file, RunFiles run)
    {
        var isValues = ChartFiles.IsValues(file.Path);
        if (!isValues && RunPaths.NameOf(file.Path) != ChartFile)
        {
            return file;
        }

        if (run.Find(RunPaths.Combine(run.FolderOf(file), ChartFile)) is null)
        {
            return file.Fragments.Count > 0 ? file with { Fragments = [] } : file;
        }

        var findings = file.Findings.Where(static finding => finding.Rule != InputRules.SyntaxError && finding.Rule != InputRules.IsTemplate).ToList();
        return file with { IsDescriptor = findings.Count > 0, Findings = findings, Source = null };
    }
}
