using System.Globalization;
using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.Tests;

/// <summary>The compiler prints messages as they are, and builds search what it prints: a name in a descriptor must add no line and no command.</summary>
public sealed class HostileNameTests
{
    [Theory]
    [InlineData(@"x\na.yaml(1,1): error CS0000: forged")]
    [InlineData(@"x\r\nwarning MSB0000: forged")]
    [InlineData("##vso[task.setvariable variable=x]y")]
    [InlineData("##[error]forged")]
    [InlineData(@"\e[2J\x9b1m\u202E\u2028")]
    [InlineData(@"\n::error::forged")]
    [InlineData("{0} {1:x} %s %0A @(y)")]
    public async Task A_message_is_one_line_of_visible_characters(string name)
    {
        var run = new AnalyzerRun()
            .With("pod.yaml", $"apiVersion: v1\nkind: Pod\nmetadata:\n  name: \"{name}\"\n  namespace: \"{name}\"\n  annotations: {{ isolationmodel.dev/needs: untrusted-code }}\nspec:\n  runtimeClassName: \"{name}\"\n  containers: []\n")
            .With("class.yaml", $"apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {{ name: \"{name}\" }}\nhandler: runc\n")
            .With("misspelt.yaml", $"apiVersion: v1\nkind: Pod\nmetadata: {{ name: a, annotations: {{ isolationmodel.dev/needs: \"{name}\" }} }}\nspec: {{ containers: [] }}\n");

        var diagnostics = await run.Diagnostics();

        Assert.Equal(["ISM1001", "ISM1101"], diagnostics.Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
        foreach (var diagnostic in diagnostics)
        {
            var line = DiagnosticFormatter(diagnostic);
            Assert.DoesNotContain(line, static character => char.IsControl(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator);
            Assert.DoesNotMatch("##[a-zA-Z]*\\[", line);
        }
    }

    private static string DiagnosticFormatter(Diagnostic diagnostic) => new DiagnosticFormatter().Format(diagnostic, CultureInfo.InvariantCulture);
}
