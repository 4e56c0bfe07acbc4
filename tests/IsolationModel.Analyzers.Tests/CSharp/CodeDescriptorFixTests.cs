using IsolationModel.Analyzers.Tests.Support;
using IsolationModel.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>What the light bulb makes of code.</summary>
public sealed class CodeDescriptorFixTests
{
    private static string Class(string members) => $$"""
        using System.Collections.Generic;
        using k8s.Models;

        public static class Deploy
        {
            {{members}}
        }

        """.ReplaceLineEndings("\n");

    /// <summary>Code with the finding marked, and what the fix makes of it.</summary>
    public static TheoryData<string, string, string> Edits() => new()
    {
        {
            "untrusted-code",
            """
            public static V1PodSpec Make() => new {|ISM1001:V1PodSpec|}
                {
                    // The only one.
                    Containers = [new V1Container { Name = "a" }],
                };
            """,
            """
            public static V1PodSpec Make() => new V1PodSpec
                {
                    // The only one.
                    RuntimeClassName = "strict",
                    Containers = [new V1Container { Name = "a" }],
                };
            """
        },
        {
            "untrusted-code",
            """public static V1Pod Make() => new V1Pod { {|ISM1001:Spec|} = new() { Containers = [] } };""",
            """public static V1Pod Make() => new V1Pod { Spec = new() { RuntimeClassName = "strict", Containers = [] } };"""
        },
        {
            "untrusted-code",
            """public static V1Pod Make() => new V1Pod { Spec = new() { RuntimeClassName = {|ISM1001:"plain"|}, Containers = [] } };""",
            """public static V1Pod Make() => new V1Pod { Spec = new() { RuntimeClassName = "strict", Containers = [] } };"""
        },
        {
            "level:low",
            """public static V1PodSpec Make() => new() { Containers = [new() { Name = "a", SecurityContext = new() { Privileged = {|ISM2001:true|} /* for now */ } }] };""",
            """public static V1PodSpec Make() => new() { Containers = [new() { Name = "a", SecurityContext = new() { Privileged = false /* for now */ } }] };"""
        },
    };

    /// <summary>Code with an item that weakens marked, and what is left without it.</summary>
    public static TheoryData<string, string, string> Removals() => new()
    {
        {
            "level:low",
            """public static V1PodSpec Make() => new() { Containers = [new() { SecurityContext = new() { Capabilities = new() { Add = ["NET_BIND_SERVICE", {|ISM2001:"SYS_MODULE"|}] } } }] };""",
            """public static V1PodSpec Make() => new() { Containers = [new() { SecurityContext = new() { Capabilities = new() { Add = ["NET_BIND_SERVICE"] } } }] };"""
        },
        {
            "level:low",
            """public static V1PodSpec Make() => new() { Containers = [new() { SecurityContext = new() { Capabilities = new() { Add = new List<string> { {|ISM2001:"SYS_MODULE"|}, "NET_BIND_SERVICE" } } } }] };""",
            """public static V1PodSpec Make() => new() { Containers = [new() { SecurityContext = new() { Capabilities = new() { Add = new List<string> { "NET_BIND_SERVICE" } } } }] };"""
        },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public Task What_is_found_is_mended_in_place(string needs, string before, string after) => Check<CodeEditFixProvider>(needs, Class(before), Class(after));

    [Theory]
    [MemberData(nameof(Removals))]
    public Task What_weakens_is_taken_out_of_its_list(string needs, string before, string after) => Check<SettingFixProvider>(needs, Class(before), Class(after));

    [Fact]
    public Task All_of_a_file_are_mended_at_once() => Check<CodeEditFixProvider>(
        "level:low",
        Class("""public static object Make() => new object[] { new V1PodSpec { HostPID = true, Containers = [new() { SecurityContext = new() { Privileged = {|ISM2001:true|} } }, new() { SecurityContext = new() { Privileged = {|ISM2001:true|} } }] } };"""),
        Class("""public static object Make() => new object[] { new V1PodSpec { HostPID = true, Containers = [new() { SecurityContext = new() { Privileged = false } }, new() { SecurityContext = new() { Privileged = false } }] } };"""));

    /// <summary>A name out of a file goes into code: one that no cluster can have must not say something there.</summary>
    [Fact]
    public async Task A_runtime_class_that_is_no_name_is_not_offered()
    {
        var test = new CodeTest(Libraries.KubernetesClient).Needs("untrusted-code").WithFile("class.yaml", MarkupTest.RuntimeClass("'x\"; System.Console.Beep(); //'", "runsc"));
        var diagnostic = Assert.Single(await test.Diagnostics(Class("public static V1PodSpec Make() => new V1PodSpec { Containers = [] };")));
        Assert.Equal("ISM1001", diagnostic.Id);
        Assert.DoesNotContain("edits", diagnostic.Properties.Keys);
    }

    private static Task Check<TProvider>(string needs, string before, string after)
        where TProvider : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<DescriptorAnalyzer, TProvider, DefaultVerifier>
        {
            TestCode = before,
            FixedCode = after,
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        test.TestState.AdditionalReferences.AddRange([.. Libraries.Framework, Libraries.KubernetesClient]);
        test.TestState.AdditionalFiles.Add(("classes.yaml", MarkupTest.Documents(MarkupTest.RuntimeClass("plain", "runc"), MarkupTest.RuntimeClass("strict", "runsc"))));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.IsolationNeeds = {needs}\n"));
        test.DisabledDiagnostics.Add("ISM1501");
        test.SolutionTransforms.Add(static (solution, project) => solution.WithProjectParseOptions(
            project, ((Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)solution.GetProject(project)!.ParseOptions!).WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12)));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
