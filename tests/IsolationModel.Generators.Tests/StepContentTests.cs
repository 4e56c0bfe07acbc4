using System.Collections;
using System.Reflection;
using IsolationModel.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Generators.Tests;

/// <summary>What steps hold on to lives as long as the editor: nothing of a compilation, and nothing that compares by reference.</summary>
public sealed class StepContentTests
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(Compilation), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SourceText), typeof(Location),
        typeof(AdditionalText), typeof(AnalyzerConfigOptionsProvider), typeof(AnalyzerConfigOptions), typeof(Delegate),
    ];

    [Fact]
    public void No_step_holds_on_to_the_compiler()
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var steps = new HashSet<string>();
        var overlay = TestProject.WithOverlay(Samples.Contoso + "}").Run();
        var builtIn = new TestProject(Samples.BuiltInParts(), ProjectOptions.BuiltIn).Run();

        Assert.NotEmpty(overlay.Diagnostics);
        foreach (var (step, runs) in overlay.TrackedSteps.Concat(builtIn.TrackedSteps).Where(pair => Steps.All.Contains(pair.Key)))
        {
            steps.Add(step);
            foreach (var output in runs.SelectMany(run => run.Outputs))
            {
                Walk(output.Value, step, seen);
            }
        }

        Assert.Superset(Steps.All.ToHashSet(), steps);
        Assert.True(seen.Count > 1000, "the walk reached next to nothing");
    }

    [Fact]
    public void The_walk_finds_what_is_forbidden()
    {
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Walk(Tuple.Create<object>(SourceText.From("x")), "test", new HashSet<object>(ReferenceEqualityComparer.Instance)));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Walk(new object[] { Compiling.Empty.GlobalNamespace }, "test", new HashSet<object>(ReferenceEqualityComparer.Instance)));
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
        {
            return;
        }

        foreach (var type in Forbidden)
        {
            Assert.False(type.IsInstanceOfType(value), $"{path} holds a {value.GetType()}");
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, path + "[]", seen);
            }

            return;
        }

        if (value.GetType().Assembly == typeof(object).Assembly && value is not System.Runtime.CompilerServices.ITuple)
        {
            return;
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
