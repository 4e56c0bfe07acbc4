using System.Diagnostics.CodeAnalysis;
using IsolationModel.Configuration;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Suppressions;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>The one evaluator: compiler, command line and running program judge by it, so they cannot disagree.</summary>
public static class Evaluator
{
    /// <summary>Judges descriptor files together, since RuntimeClass and Namespace objects of one may speak for workloads of another.</summary>
    /// <param name="model">The model.</param>
    /// <param name="files">The files of the run.</param>
    /// <param name="runNeeds">Needs that hold for every workload on top of what it declares.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static EvaluationResult Evaluate(
        ModelIndex model,
        IReadOnlyList<DescriptorFile> files,
        IReadOnlyList<NeedDeclaration> runNeeds,
        CancellationToken cancellationToken = default) => Evaluate(model, files, [], runNeeds, cancellationToken);

    /// <summary>Judges descriptor files, and lets others speak for them that are not judged.</summary>
    /// <param name="model">The model.</param>
    /// <param name="files">The files to judge.</param>
    /// <param name="context">Files whose RuntimeClass and Namespace objects and node configurations count for the others.</param>
    /// <param name="runNeeds">Needs that hold for every workload on top of what it declares.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static EvaluationResult Evaluate(
        ModelIndex model,
        IReadOnlyList<DescriptorFile> files,
        IReadOnlyList<DescriptorFile> context,
        IReadOnlyList<NeedDeclaration> runNeeds,
        CancellationToken cancellationToken = default) => Evaluate(model, files, context, runNeeds, IsolationSettings.None, cancellationToken);

    /// <summary>Judges descriptor files as settings want it: by their needs, and as loudly as they say.</summary>
    /// <param name="model">The model.</param>
    /// <param name="files">The files to judge; those that the settings exclude are not among them.</param>
    /// <param name="context">Files whose RuntimeClass and Namespace objects and node configurations count for the others.</param>
    /// <param name="runNeeds">Needs that hold for every workload on top of what it declares, and of what the settings do.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static EvaluationResult Evaluate(
        ModelIndex model,
        IReadOnlyList<DescriptorFile> files,
        IReadOnlyList<DescriptorFile> context,
        IReadOnlyList<NeedDeclaration> runNeeds,
        IsolationSettings settings,
        CancellationToken cancellationToken = default)
    {
        model = SettingsCheck.Apply(settings, model);
        var sorted = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var run = new RunIndex(context.Count == 0 ? sorted : [.. sorted.Concat(context).OrderBy(file => file.Path, StringComparer.Ordinal)]);
        var workloads = new List<WorkloadAssessment>();
        var findings = new FindingCollector(sorted, model.Day);
        foreach (var file in sorted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            findings.AddRange(file.Findings);
            Judge(model, run, file, runNeeds, settings, workloads, findings);
        }

        var (all, accepted) = findings.ToResult();
        // Last, so that a suppression is used whatever the severity of what it covers.
        var kept = all.Select(Configure).OfType<Finding>().ToList();
        var suppressed = accepted.Select(entry => Configure(entry.Finding) is { } finding ? entry with { Finding = finding } : null).OfType<SuppressedFinding>().ToList();
        return new EvaluationResult(workloads, kept, Summarize(sorted, workloads, kept) with { Suppressed = suppressed.Count }) { Suppressed = suppressed, Origins = findings.Origins };

        Finding? Configure(Finding finding)
        {
            var told = settings.Configure(finding);
            if (told is not null)
            {
                findings.Origins.Move(finding, told);
            }

            return told;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A crash in one file costs that file (ISM9001), never the build or the run")]
    private static void Judge(
        ModelIndex model,
        RunIndex run,
        DescriptorFile file,
        IReadOnlyList<NeedDeclaration> runNeeds,
        IsolationSettings settings,
        List<WorkloadAssessment> workloads,
        FindingCollector findings)
    {
        try
        {
            foreach (var workload in file.Workloads)
            {
                if (workload.PodsOf is { } other && run.HoldsPodsOf(other))
                {
                    continue;
                }

                var assessment = Assess(model, run, file, workload, runNeeds, settings);
                workloads.Add(assessment);
                // What renders it is judged in its place.
                foreach (var rule in workload.IsRendered ? [] : RuleSet.WorkloadRules)
                {
                    findings.AddRange(rule.Evaluate(assessment), assessment);
                }
            }

            foreach (var fragment in file.Fragments)
            {
                var assessment = Assess(model, run, file, fragment.Workload, runNeeds, settings, fragment);
                findings.AddRange(RuleSet.FragmentRules.SelectMany(rule => rule.Evaluate(assessment)));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            findings.AddFailure(file, InputRules.Failure(file.Path, "judging", error));
        }
    }

    private static WorkloadAssessment Assess(
        ModelIndex model, RunIndex run, DescriptorFile file, Workload workload, IReadOnlyList<NeedDeclaration> runNeeds, IsolationSettings settings, WorkloadFragment? fragment = null)
    {
        var declarations = runNeeds.Concat(settings.NeedsFor(file.Path, workload.SourceFiles)).Concat(WorkloadRules.For(model.Definition, file, workload)).Concat(run.NamespaceNeeds(model, workload)).Concat(run.NeedsOfOthers(workload)).Concat(workload.Needs);
        var needs = NeedSet.Combine(model, declarations).With(workload.CodeNeeds.In(model));
        return Assess(model, workload);

        WorkloadAssessment Assess(ModelIndex by, Workload version) =>
            new(by.WithNodeFacts(version.NodeFacts), file, version, RuntimeResolver.Resolve(by, run, file, version), needs, run.Selectable(model), Assess) { Fragment = fragment };
    }

    private static EvaluationSummary Summarize(List<DescriptorFile> files, List<WorkloadAssessment> workloads, List<Finding> findings) => new(
        files.Count(file => file.IsDescriptor),
        files.Count(file => !file.IsDescriptor),
        files.Sum(file => file.DocumentCount),
        workloads.Count(workload => !workload.Workload.IsRendered),
        findings.Count(finding => finding.Severity == FindingSeverity.Error),
        findings.Count(finding => finding.Severity == FindingSeverity.Warning),
        findings.Count(finding => finding.Severity == FindingSeverity.Info),
        workloads.Count(workload => !workload.Workload.IsRendered && workload.Runtime.Confidence == RuntimeConfidence.Unknown),
        findings.Count(finding => finding.Rule.Id is NeedNotShown.Id or PodSecurityNotShown.Id));
}
