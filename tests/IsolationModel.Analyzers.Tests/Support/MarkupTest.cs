using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace IsolationModel.Analyzers.Tests.Support;

/// <summary>Runs the analyzer on additional files with markup: <c>{|ISM1001:text|}</c> says what is reported on which characters.</summary>
internal sealed class MarkupTest : CSharpAnalyzerTest<DescriptorAnalyzer, DefaultVerifier>
{
    public MarkupTest(params (string Name, string Text)[] files)
    {
        TestCode = "internal sealed class Program { }";
        // The running framework is reference enough, and nothing has to be restored at run time.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(object).Assembly.Location));
        foreach (var (name, text) in files)
        {
            TestState.AdditionalFiles.Add((name, text));
        }
    }

    public MarkupTest WithConfig(string globalConfig)
    {
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", globalConfig));
        return this;
    }

    public Task Check() => RunAsync(TestContext.Current.CancellationToken);

    /// <summary>A pod with a placeholder for each part that matters to a rule.</summary>
    public static string Pod(string annotation, string spec = "", string name = "api") => $"""
        apiVersion: v1
        kind: Pod
        metadata:
          name: {name}
          namespace: shop
          annotations:
            {annotation}
        spec:
          {spec}
          containers:
            - name: api
              image: shop/api:1

        """.ReplaceLineEndings("\n");

    public static string RuntimeClass(string name, string handler) => $"""
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata:
          name: {name}
        handler: {handler}

        """.ReplaceLineEndings("\n");

    /// <summary>Several documents in one file.</summary>
    public static string Documents(params ReadOnlySpan<string> documents) => string.Join("---\n", documents.ToArray());

    /// <summary>An overlay on the built-in model.</summary>
    public static string Overlay(string sections) => $$"""
        {
          "formatVersion": "1.0",
          "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
          {{sections}}
        }

        """;
}
