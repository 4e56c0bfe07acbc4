using System.Reflection;
using IsolationModel.Generators.Tests.Driving;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Tests;

/// <summary>Whatever an overlay calls its attributes and entries, the members that every type has stay as they are.</summary>
public sealed class ReservedNameTests
{
    [Fact]
    public void No_attribute_takes_the_name_of_a_member_of_technologies()
    {
        var attributes = BuiltInModel.Definition.Attributes.Select(attribute => attribute.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var members = typeof(Technology).GetMembers(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(member => member.Name)
            .Where(name => !attributes.Contains(name))
            .Distinct()
            .ToList();

        var taken = Attributes(members);

        Assert.Contains("Hypervisors", members);
        Assert.All(members, name => Assert.Contains($" {name}_2 ", taken, StringComparison.Ordinal));
    }

    private static string Attributes(IEnumerable<string> names)
    {
        var attributes = names.Select(name => $"\"{char.ToLowerInvariant(name[0])}{name[1..]}\": {{ \"name\": \"N\", \"kind\": \"capability\", \"definition\": \"D.\" }}");
        var overlay =
            $$"""
            { "formatVersion": "1.0", "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
              "attributes": { {{string.Join(",", attributes)}} } }
            """;
        var result = TestProject.WithOverlay(overlay).Run();
        Assert.Empty(result.Diagnostics);
        return TestProject.Sources(result)["ContosoAttributes.g.cs"];
    }
}
