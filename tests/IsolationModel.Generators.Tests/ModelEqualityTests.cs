using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using IsolationModel.Generators.Tests.Driving;
using IsolationModel.Modeling;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Generators.Tests;

/// <summary>Caching rests on equality: what is the same is equal, and what differs in a single field is not.</summary>
public sealed class ModelEqualityTests
{
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    [Fact]
    public void Two_runs_over_the_same_files_give_equal_results_in_every_step()
    {
        var first = Results(new TestProject([new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)]).Run());
        var second = Results(new TestProject([new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)]).Run());

        Assert.True(first.Count > Steps.All.Count);
        Assert.Equal(first, second);
        Assert.Equal(first.Select(static result => result.Value?.GetHashCode()), second.Select(static result => result.Value?.GetHashCode()));
        Assert.DoesNotContain(first.Zip(second), static pair => pair.First.Value is { } value && value.GetType().IsClass && value is not string && ReferenceEquals(value, pair.Second.Value));
    }

    [Fact]
    public void A_difference_in_one_field_makes_unequal()
    {
        var samples = Reached();
        var changes = 0;
        Assert.Multiple([.. samples.Select<object, Action>(sample => () =>
        {
            foreach (var field in Fields(sample.GetType()))
            {
                var changed = Clone.Invoke(sample, null)!;
                field.SetValue(changed, Other(field.GetValue(sample), field.FieldType));
                Assert.False(sample.Equals(changed), $"{sample.GetType().Name} does not compare {field.Name}");
                Assert.True(sample.Equals(Clone.Invoke(sample, null)), $"{sample.GetType().Name} does not equal its copy");
                changes++;
            }
        })]);
        Assert.True(samples.Count > 20 && changes > 100, $"{samples.Count} types with {changes} fields are next to nothing");
    }

    private static List<(string Step, object? Value)> Results(GeneratorRunResult result) =>
    [
        .. result.TrackedSteps.Where(static pair => Steps.All.Contains(pair.Key)).OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(static pair => pair.Value.SelectMany(static run => run.Outputs).Select(output => (pair.Key, (object?)output.Value))),
    ];

    /// <summary>One object of each type of ours that compares by content and that a step holds.</summary>
    private static List<object> Reached()
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var samples = new Dictionary<Type, object>();
        var overlay = TestProject.WithOverlay(Samples.Contoso).Run();
        var broken = TestProject.WithOverlay(Samples.Contoso + "}").Run();
        var builtIn = new TestProject(Samples.BuiltInParts(), ProjectOptions.BuiltIn).Run();
        foreach (var (_, value) in Results(overlay).Concat(Results(broken)).Concat(Results(builtIn)))
        {
            Walk(value, seen, samples);
        }

        return [.. samples.OrderBy(static pair => pair.Key.FullName, StringComparer.Ordinal).Select(static pair => pair.Value)];
    }

    private static void Walk(object? value, HashSet<object> seen, Dictionary<Type, object> samples)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
        {
            return;
        }

        var type = value.GetType();
        if (type.Namespace?.StartsWith("IsolationModel", StringComparison.Ordinal) == true && type.IsClass && typeof(IEquatable<>).MakeGenericType(type).IsInstanceOfType(value))
        {
            samples.TryAdd(type, value);
        }

        foreach (var inner in value is IEnumerable items ? items.Cast<object?>() : type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true && value is not ITuple ? [] : Fields(type).Select(field => field.GetValue(value)))
        {
            Walk(inner, seen, samples);
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var field in at.GetFields(OwnFields))
            {
                yield return field;
            }
        }
    }

    /// <summary>A value of the type that differs.</summary>
    private static object? Other(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            var one = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            return ((IEnumerable)value!).GetEnumerator().MoveNext() ? Activator.CreateInstance(type) : Activator.CreateInstance(type, one);
        }

        return value switch
        {
            bool truth => !truth,
            int number => number + 1,
            decimal number => number + 1,
            null when type == typeof(string) => "x",
            null when !type.IsInterface && !type.IsAbstract => RuntimeHelpers.GetUninitializedObject(type),
            null => throw new InvalidOperationException($"no example of {type}"),
            _ when type.IsEnum => Enum.ToObject(type, Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) + 1),
            _ when type.IsValueType => Changed(value, type),
            _ => null,
        };
    }

    private static object Changed(object value, Type type)
    {
        var field = Fields(type).First();
        field.SetValue(value, Other(field.GetValue(value), field.FieldType));
        return value;
    }
}
