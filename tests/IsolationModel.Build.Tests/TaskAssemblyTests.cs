using System.Reflection;

namespace IsolationModel.Build.Tests;

public sealed class TaskAssemblyTests
{
    /// <summary>What the package brings beside the task, and what every build has; another assembly would be missing in some host.</summary>
    [Fact]
    public void The_task_needs_only_what_the_package_brings_or_the_build_has() => Assert.Equal(
        ["IsolationModel.Core", "IsolationModel.Descriptors", "Microsoft.Build.Framework", "netstandard"],
        typeof(SummarizeDescriptors).Assembly.GetReferencedAssemblies().Select(reference => reference.Name).Order(StringComparer.Ordinal));

    /// <summary>All hosts since Visual Studio 2017 answer to this version, so the task runs in those that are older than what it is compiled against.</summary>
    [Fact]
    public void The_task_is_bound_to_no_version_of_the_build() => Assert.Equal(
        new Version(15, 1, 0, 0),
        typeof(SummarizeDescriptors).Assembly.GetReferencedAssemblies().Single(reference => reference.Name == "Microsoft.Build.Framework").Version);

    /// <summary>Loading the task must not load our other assemblies: that happens inside Execute, where a missing one is caught.</summary>
    [Fact]
    public void No_member_of_the_task_mentions_a_type_of_our_other_assemblies()
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var task = typeof(SummarizeDescriptors);
        var mentioned = task.GetFields(all).Select(field => field.FieldType)
            .Concat(task.GetMethods(all).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(task.GetMethod(nameof(SummarizeDescriptors.Execute))!.GetMethodBody()!.LocalVariables.Select(variable => variable.LocalType));
        Assert.DoesNotContain(mentioned, type => type.Assembly.GetName().Name is "IsolationModel.Core" or "IsolationModel.Descriptors");
    }
}
